package io.simmim.core.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The images of a data set that cannot be read; safe for use by many threads. */
public final class SkippedImages {

  private final Set<Integer> indices = new HashSet<>();
  private final List<Skipped> found = new ArrayList<>();

  /**
   * An image that cannot be read.
   *
   * @param index of the image in its folder
   * @param file its file
   * @param reason one sentence
   */
  public record Skipped(int index, Path file, String reason) {}

  /** Each image once, in the folder's order, as known now. */
  public synchronized List<Skipped> snapshot() {
    return found.stream().sorted(Comparator.comparingInt(Skipped::index)).toList();
  }

  /** Each image once, in the order they were found, without the first {@code known}. */
  public synchronized List<Skipped> after(int known) {
    return List.copyOf(found.subList(known, found.size()));
  }

  public synchronized int count() {
    return found.size();
  }

  synchronized void add(Skipped image) {
    if (indices.add(image.index())) {
      found.add(image);
    }
  }

  synchronized boolean contains(int index) {
    return indices.contains(index);
  }
}
