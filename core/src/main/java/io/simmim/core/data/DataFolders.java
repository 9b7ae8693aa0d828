package io.simmim.core.data;

import io.simmim.core.fault.DataException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a data set as they lie on disk.
 *
 * @param root its folder
 * @param training the images of {@code train}, or of the whole folder where there is none
 * @param validation the images of {@code val} beside {@code train}
 * @param unsupported pictures in formats that cannot be read, which are no images to any training
 */
public record DataFolders(
    Path root, ImageFolder training, Optional<ImageFolder> validation, List<Path> unsupported) {

  private static final List<String> UNSUPPORTED =
      List.of(
          ".heic", ".heif", ".avif", ".jxl", ".jp2", ".j2k", ".psd", ".svg", ".tga", ".dng", ".cr2",
          ".cr3", ".nef", ".arw", ".raf", ".orf");

  /**
   * Lists the images of a data set.
   *
   * @throws DataException when the folder is missing or unreadable, or a part holds no image
   */
  public static DataFolders of(Path root) throws DataException {
    Path trained = DataSplit.trainingPart(root);
    boolean split = !trained.equals(root) && DataSplit.hasPart(root, DataSplit.VALIDATION);
    ImageFolder training = ImageFolder.scan(trained);
    Optional<ImageFolder> validation =
        split
            ? Optional.of(ImageFolder.scan(root.resolve(DataSplit.VALIDATION)))
            : Optional.empty();
    List<Path> others =
        ImageFiles.below(trained, UNSUPPORTED).stream()
            .map(file -> trained.resolve(file.relativePath()))
            .toList();
    return new DataFolders(root, training, validation, others);
  }

  /** Whether there is a folder {@code train}. */
  public boolean isSplit() {
    return !training.root().equals(root);
  }
}
