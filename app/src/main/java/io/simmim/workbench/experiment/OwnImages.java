package io.simmim.workbench.experiment;

import io.simmim.core.data.DataSplit;
import io.simmim.core.data.ImageFolder;
import io.simmim.core.fault.DataException;
import io.simmim.core.image.HeaderReader;
import io.simmim.core.image.PictureHeader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A folder of images in two numbers.
 *
 * @param count of the images that would be trained on
 * @param side median of their shorter sides in pixels, from a sample
 */
public record OwnImages(int count, int side) {

  private static final int SAMPLE = 64;

  /**
   * Looks through a folder.
   *
   * @throws DataException if there is no image in it that can be read
   */
  public static OwnImages in(Path folder) throws DataException {
    ImageFolder images = ImageFolder.scan(DataSplit.trainingPart(folder));
    int sample = Math.min(SAMPLE, images.size());
    List<Integer> sides =
        IntStream.range(0, sample)
            .map(i -> (int) ((long) i * images.size() / sample))
            .mapToObj(images::file)
            .flatMap(file -> shorterSide(file).stream())
            .sorted()
            .toList();
    if (sides.isEmpty()) {
      throw new DataException(
          "None of the images in "
              + folder
              + " can be read: choose a folder of JPEG or PNG files.");
    }
    return new OwnImages(images.size(), sides.get(sides.size() / 2));
  }

  private static Optional<Integer> shorterSide(Path file) {
    try {
      return HeaderReader.read(file).map(PictureHeader::shorterSide);
    } catch (DataException e) {
      return Optional.empty(); // a file that cannot be opened; the run itself lists those
    }
  }
}
