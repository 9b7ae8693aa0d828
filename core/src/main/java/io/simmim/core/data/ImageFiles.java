package io.simmim.core.data;

import io.simmim.core.fault.DataException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** Walks a folder and collects its image files. */
final class ImageFiles extends SimpleFileVisitor<Path> {

  static final List<String> EXTENSIONS =
      List.of(".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".gif", ".bmp");

  private final Path root;
  private final List<String> extensions;
  private final List<ImageFile> found = new ArrayList<>();

  private ImageFiles(Path root, List<String> extensions) {
    this.root = root;
    this.extensions = extensions;
  }

  /** All image files below the root, sorted by relative path. */
  static List<ImageFile> below(Path root) throws DataException {
    return below(root, EXTENSIONS);
  }

  /** All files below the root with one of these endings, sorted by relative path. */
  static List<ImageFile> below(Path root, List<String> extensions) throws DataException {
    if (!Files.isDirectory(root)) {
      throw new DataException(
          Files.exists(root)
              ? "%s is a file: give the folder that holds the images.".formatted(root)
              : "The folder %s does not exist: check the path of the images.".formatted(root));
    }
    ImageFiles visitor = new ImageFiles(root, extensions);
    try {
      Files.walkFileTree(
          root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
    } catch (IOException e) {
      throw new DataException(
          "Cannot list the images below %s (%s); check the folder's permissions."
              .formatted(root, e),
          e);
    }
    visitor.found.sort(Comparator.comparing(ImageFile::relativePath));
    return List.copyOf(visitor.found);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return !folder.equals(root) && isHidden(folder)
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (attributes.isRegularFile()
        && !isHidden(file)
        && extensions.stream().anyMatch(name::endsWith)) {
      String path = root.relativize(file).toString().replace('\\', '/');
      found.add(new ImageFile(path, attributes.size()));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
    // A link that leads back, or nowhere, hides no image.
    if (fault instanceof FileSystemLoopException || fault instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw fault;
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }
}
