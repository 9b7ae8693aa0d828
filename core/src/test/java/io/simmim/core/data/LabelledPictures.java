package io.simmim.core.data;

import io.simmim.core.testing.ClassFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of noisy pictures in classes. */
record LabelledPictures(Path root) {

  /** Writes pictures {@code 00.png} and on, dealt out to the classes in turn. */
  LabelledPictures write(int count, String... classes) throws Exception {
    ClassFolders.write(root, count, classes);
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
