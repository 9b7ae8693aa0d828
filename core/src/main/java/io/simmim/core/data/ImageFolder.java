package io.simmim.core.data;

import io.simmim.core.fault.DataException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The images below a folder, at any depth, in the order of their relative paths.
 *
 * <p>Where every image lies in some folder below the root, the first level of folders are the
 * classes; otherwise the images have no labels.
 */
public final class ImageFolder {

  /** The label of images without classes. */
  public static final int NO_LABEL = -1;

  private final Path root;
  private final List<ImageFile> images;
  private final List<String> classNames;

  private ImageFolder(Path root, List<ImageFile> images) {
    this.root = root;
    this.images = images;
    this.classNames =
        images.stream().allMatch(ImageFile::inFolder)
            ? images.stream().map(ImageFile::topFolder).distinct().sorted().toList()
            : List.of();
  }

  /**
   * Lists the images below a folder. Hidden files and folders, and files whose names do not end
   * like an image's, are ignored; symbolic links are followed.
   *
   * @throws DataException when the folder is missing, unreadable or holds no image
   */
  public static ImageFolder scan(Path root) throws DataException {
    List<ImageFile> images = ImageFiles.below(root);
    if (images.isEmpty()) {
      throw new DataException(
          "There is no image below %s: expected files ending in %s."
              .formatted(root, String.join(", ", ImageFiles.EXTENSIONS)));
    }
    return new ImageFolder(root, images);
  }

  public Path root() {
    return root;
  }

  public int size() {
    return images.size();
  }

  /** The file of an image. */
  public Path file(int index) {
    return root.resolve(images.get(index).relativePath());
  }

  /** The path of an image below the root, with forward slashes. */
  public String relativePath(int index) {
    return images.get(index).relativePath();
  }

  /** Which image a file is; empty when it is none of them. */
  public OptionalInt indexOf(Path file) {
    if (!file.startsWith(root)) {
      return OptionalInt.empty();
    }
    String path = root.relativize(file).toString().replace('\\', '/');
    int at =
        Collections.binarySearch(
            images, new ImageFile(path, 0), Comparator.comparing(ImageFile::relativePath));
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
  }

  /** Bytes of an image's file, as it was listed. */
  public long bytes(int index) {
    return images.get(index).bytes();
  }

  /** The folder below the root that an image lies in, directly or deeper. */
  String topFolder(int index) {
    return images.get(index).topFolder();
  }

  /** Some of the images, as if the others were not there. */
  ImageFolder subset(List<Integer> indices) {
    return new ImageFolder(root, indices.stream().map(images::get).toList());
  }

  /** All files, in order. */
  public List<Path> files() {
    return images.stream().map(image -> root.resolve(image.relativePath())).toList();
  }

  /** Names of the classes in order; empty when the images have no labels. */
  public List<String> classNames() {
    return classNames;
  }

  /** The class of an image as an index into {@link #classNames}, or {@link #NO_LABEL}. */
  public int label(int index) {
    return classNames.isEmpty() ? NO_LABEL : classNames.indexOf(images.get(index).topFolder());
  }

  /** The class of every image in order, as indices into {@link #classNames}; empty without them. */
  public List<Integer> labels() {
    if (classNames.isEmpty()) {
      return List.of();
    }
    Map<String, Integer> numbers = new HashMap<>();
    classNames.forEach(name -> numbers.put(name, numbers.size()));
    return images.stream().map(image -> numbers.get(image.topFolder())).toList();
  }

  /**
   * SHA-256 over all relative paths and file sizes: two folders with the same one hold the same.
   */
  public String fingerprint() {
    String listing =
        images.stream()
            .map(image -> image.relativePath() + "\t" + image.bytes() + "\n")
            .collect(Collectors.joining());
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(listing.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "ImageFolder[%s, %d images]".formatted(root, size());
  }
}
