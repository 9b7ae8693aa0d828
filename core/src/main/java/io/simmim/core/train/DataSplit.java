package io.simmim.core.train;

import io.simmim.core.data.ImageFolder;
import io.simmim.core.fault.DataException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which images a pre-training sees. A folder with {@code train} inside is a data set: it trains on
 * that part and looks at {@code val}, when there is one. Any other folder is used whole for both.
 */
record DataSplit(ImageFolder train, ImageFolder probes) {

  static DataSplit of(String dataPath) throws DataException {
    if (dataPath.isBlank()) {
      throw new DataException(
          "No images to train on: give their folder with --data-path or DATA.DATA_PATH.");
    }
    Path root = Path.of(dataPath);
    Path train = root.resolve("train");
    if (!Files.isDirectory(train)) {
      ImageFolder all = ImageFolder.scan(root);
      return new DataSplit(all, all);
    }
    ImageFolder images = ImageFolder.scan(train);
    Path val = root.resolve("val");
    return new DataSplit(images, Files.isDirectory(val) ? ImageFolder.scan(val) : images);
  }
}
