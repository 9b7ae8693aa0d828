package io.simmim.core.data;

import io.simmim.core.image.ImageEncoder;
import io.simmim.core.testing.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of noisy pictures in classes. */
record LabelledPictures(Path root) {

  /** Writes pictures {@code 00.png} and on, dealt out to the classes in turn. */
  LabelledPictures write(int count, String... classes) throws Exception {
    for (int i = 0; i < count; i++) {
      Path folder = Files.createDirectories(root.resolve(classes[i % classes.length]));
      ImageEncoder.png()
          .write(Pictures.noise(20 + i, 30 + i, i), folder.resolve("%02d.png".formatted(i)));
    }
    return this;
  }

  /** Damages pictures, given by their paths below the root. */
  LabelledPictures damage(String... paths) throws IOException {
    for (String path : paths) {
      Files.writeString(root.resolve(path), "no picture");
    }
    return this;
  }

  LabelledImages images() throws Exception {
    return LabelledImages.of(ImageFolder.scan(root));
  }

  LabelledImages images(List<String> classNames) throws Exception {
    return LabelledImages.of(ImageFolder.scan(root), classNames);
  }
}
