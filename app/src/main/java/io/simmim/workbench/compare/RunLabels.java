package io.simmim.workbench.compare;

import java.nio.file.Path;
import java.util.List;

/** Names that tell runs apart: the last part of the path, and the folder that makes it another. */
final class RunLabels {

  private RunLabels() {}

  static List<String> of(List<Path> folders) {
    List<String> labels = folders.stream().map(folder -> shortest(folder, folders)).toList();
    return SweepLabels.shortened(labels).orElse(labels);
  }

  private static String shortest(Path folder, List<Path> all) {
    int parts = 1;
    while (parts < folder.getNameCount() && !isAlone(end(folder, parts), parts, all)) {
      parts++;
    }
    String name = end(folder, 1);
    return parts == 1 ? name : name + " (" + folder.getName(folder.getNameCount() - parts) + ")";
  }

  private static boolean isAlone(String label, int parts, List<Path> all) {
    return all.stream().filter(other -> end(other, parts).equals(label)).count() == 1;
  }

  private static String end(Path folder, int parts) {
    int count = folder.getNameCount();
    return folder.subpath(Math.max(0, count - parts), count).toString();
  }
}
