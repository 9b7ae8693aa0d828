package io.simmim.core.train;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.data.ImageFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Where files of decoded images lie: beside the runs of an output folder, one for each folder of
 * images, so that runs share them and whoever deletes the output deletes them too.
 *
 * @param path may be missing
 */
record CacheFolder(Path path) {

  private static final String NAME = "decoded-images";

  static CacheFolder in(ExperimentConfig config) {
    return new CacheFolder(Path.of(config.output()).resolve(NAME));
  }

  /** The file for the images below a folder; what is in it is checked when it is opened. */
  Path fileFor(ImageFolder images) {
    String root = images.root().toAbsolutePath().normalize().toString();
    UUID name = UUID.nameUUIDFromBytes(root.getBytes(StandardCharsets.UTF_8));
    return path.resolve(name + ".pixels");
  }
}
