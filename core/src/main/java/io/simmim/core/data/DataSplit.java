package io.simmim.core.data;

import io.simmim.core.fault.DataException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The two parts of a data set whose classes do not matter. A folder with {@code train} inside is
 * split: that part is trained on, and {@code val}, when there is one, is only looked at. Any other
 * folder is used whole for both.
 *
 * @param train images to train on
 * @param validation images to look at
 */
public record DataSplit(ImageFolder train, ImageFolder validation) {

  static final String TRAIN = "train";
  static final String VALIDATION = "val";

  /**
   * Lists the images of a data set.
   *
   * @param dataPath its folder, the value of {@code DATA.DATA_PATH}
   * @throws DataException when it is not given, missing, or a part holds no image
   */
  public static DataSplit of(String dataPath) throws DataException {
    Path root = root(dataPath);
    ImageFolder train = ImageFolder.scan(trainingPart(root));
    boolean split = hasPart(root, TRAIN) && hasPart(root, VALIDATION);
    return new DataSplit(train, split ? ImageFolder.scan(root.resolve(VALIDATION)) : train);
  }

  /** The folder of the training images: {@code train} inside the root, or the root itself. */
  public static Path trainingPart(Path root) {
    return hasPart(root, TRAIN) ? root.resolve(TRAIN) : root;
  }

  static boolean hasPart(Path root, String name) {
    return Files.isDirectory(root.resolve(name));
  }

  static Path root(String dataPath) throws DataException {
    if (dataPath.isBlank()) {
      throw new DataException(
          "No images to train on: give their folder with --data-path or DATA.DATA_PATH.");
    }
    try {
      return Path.of(dataPath);
    } catch (InvalidPathException e) {
      throw new DataException(
          "%s is not the path of a folder (%s): check --data-path or DATA.DATA_PATH."
              .formatted(dataPath, e.getReason()),
          e);
    }
  }
}
