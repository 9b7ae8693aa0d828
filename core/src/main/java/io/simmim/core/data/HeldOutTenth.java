package io.simmim.core.data;

import io.simmim.core.fault.DataException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A tenth of the images of each class, at least one where a class has two. Which ones follows from
 * their paths alone, so the same folder is always split alike and added images move few others.
 *
 * @param held indices of the images held out, ascending
 * @param rest indices of the others, ascending
 */
record HeldOutTenth(List<Integer> held, List<Integer> rest) {

  private static final int PARTS = 10;

  static HeldOutTenth of(LabelledImages images) throws DataException {
    List<List<Integer>> byClass = new ArrayList<>();
    for (int i = 0; i < images.classes(); i++) {
      byClass.add(new ArrayList<>());
    }
    for (int i = 0; i < images.size(); i++) {
      byClass.get(images.label(i)).add(i);
    }
    List<Integer> held =
        byClass.stream().flatMap(of -> held(of, images.folder()).stream()).sorted().toList();
    if (held.isEmpty()) {
      throw new DataException(
          "No class in %s has two images, so none can be held out to evaluate on: add images, or a folder val beside a folder train."
              .formatted(images.folder().root()));
    }
    boolean[] out = new boolean[images.size()];
    held.forEach(index -> out[index] = true);
    return new HeldOutTenth(
        held, IntStream.range(0, out.length).filter(i -> !out[i]).boxed().toList());
  }

  private static List<Integer> held(List<Integer> ofOneClass, ImageFolder folder) {
    int count = ofOneClass.size() < 2 ? 0 : Math.max(1, (ofOneClass.size() + PARTS / 2) / PARTS);
    return ofOneClass.stream()
        .sorted(
            Comparator.comparingLong((Integer i) -> shuffled(folder.relativePath(i)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(count)
        .toList();
  }

  /** Numbers without the order that file names often have. */
  private static long shuffled(String path) {
    return new SplittableRandom(path.hashCode()).nextLong();
  }
}
