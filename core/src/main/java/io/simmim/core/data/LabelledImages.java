package io.simmim.core.data;

import io.simmim.core.fault.DataException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Images whose first folder below their root names their class. */
public final class LabelledImages {

  private final ImageFolder folder;
  private final List<String> classNames;
  private final int[] labels;

  private LabelledImages(ImageFolder folder, List<String> classNames, int[] labels) {
    this.folder = folder;
    this.classNames = classNames;
    this.labels = labels;
  }

  /**
   * Labels the images of a folder, its classes numbered in the order of their names.
   *
   * @throws DataException when an image lies in no class folder
   */
  static LabelledImages of(ImageFolder folder) throws DataException {
    return of(folder, folder.classNames());
  }

  /**
   * Labels the images of a folder with classes that are known already. Classes without an image
   * keep their number.
   *
   * @throws DataException when an image lies in no class folder, or in one of another name
   */
  static LabelledImages of(ImageFolder folder, List<String> classNames) throws DataException {
    requireClassFolders(folder);
    Map<String, Integer> numbers = new HashMap<>();
    classNames.forEach(name -> numbers.put(name, numbers.size()));
    int[] labels = new int[folder.size()];
    for (int i = 0; i < labels.length; i++) {
      Integer number = numbers.get(folder.topFolder(i));
      if (number == null) {
        throw new DataException(
            "The class %s in %s is not one of the %d that are trained (%s): rename or remove its folder."
                .formatted(
                    folder.topFolder(i), folder.root(), classNames.size(), inWords(classNames)));
      }
      labels[i] = number;
    }
    return new LabelledImages(folder, List.copyOf(classNames), labels);
  }

  private static void requireClassFolders(ImageFolder folder) throws DataException {
    if (folder.classNames().isEmpty()) {
      throw new DataException(
          "There are images directly in %s, so their classes are not known: put each image into a folder named after its class."
              .formatted(folder.root()));
    }
  }

  private static String inWords(List<String> classNames) {
    int shown = Math.min(5, classNames.size());
    return String.join(", ", classNames.subList(0, shown))
        + (shown < classNames.size() ? ", …" : "");
  }

  /** The images. */
  public ImageFolder folder() {
    return folder;
  }

  public int size() {
    return labels.length;
  }

  /** Names of all classes, in the order of their numbers. */
  public List<String> classNames() {
    return classNames;
  }

  /** Classes: as many as {@link #classNames}. */
  public int classes() {
    return classNames.size();
  }

  /** Class of an image, 0..classes - 1. */
  public int label(int index) {
    return labels[index];
  }

  @Override
  public String toString() {
    return "LabelledImages[%s, %d classes]".formatted(folder, classes());
  }
}
