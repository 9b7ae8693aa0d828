package io.simmim.core.data;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The images of a data set that cannot be read; safe for use by many threads. */
public final class SkippedImages {

  private final ConcurrentNavigableMap<Integer, Skipped> byIndex = new ConcurrentSkipListMap<>();

  /**
   * An image that cannot be read.
   *
   * @param index of the image in its folder
   * @param file its file
   * @param reason one sentence
   */
  public record Skipped(int index, Path file, String reason) {}

  /** Each image once, in the folder's order, as known now. */
  public List<Skipped> snapshot() {
    return List.copyOf(byIndex.values());
  }

  public int count() {
    return byIndex.size();
  }

  void add(Skipped image) {
    byIndex.putIfAbsent(image.index(), image);
  }

  boolean contains(int index) {
    return byIndex.containsKey(index);
  }
}
