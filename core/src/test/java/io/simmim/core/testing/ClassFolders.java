package io.simmim.core.testing;

import io.simmim.core.fault.DataException;
import io.simmim.core.image.ImageEncoder;
import java.nio.file.Path;

/** Pictures in folders named after their classes, which a colour tells apart. */
public final class ClassFolders {

  private ClassFolders() {}

  /** Writes pictures {@code 00.png} and on below {@code root}, dealt out to the classes in turn. */
  public static Path write(Path root, int count, String... classes) throws DataException {
    for (int i = 0; i < count; i++) {
      int label = i % classes.length;
      ImageEncoder.png()
          .write(
              Pictures.tinted(20 + i, 30 + i, i, label),
              root.resolve(classes[label]).resolve("%02d.png".formatted(i)));
    }
    return root;
  }
}
