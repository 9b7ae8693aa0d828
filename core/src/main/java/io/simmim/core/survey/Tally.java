package io.simmim.core.survey;

import io.simmim.core.data.DataFolders;
import io.simmim.core.data.ImageFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what is found of each image; for one thread, save for {@link #entry}. */
final class Tally {

  private final DataFolders folders;
  private final List<Path> files;
  private final long bytes;
  private final List<ClassCount> classes;
  private final List<FileProblem> listed;
  private final TreeMap<PictureSize, Integer> sizes = new TreeMap<>();
  private final TreeMap<String, Integer> formats = new TreeMap<>();
  private final TreeMap<Integer, List<FileProblem>> problems = new TreeMap<>();
  private int checked;
  private int small;

  Tally(DataFolders folders) {
    this.folders = folders;
    List<Path> all = new ArrayList<>(folders.training().files());
    folders.validation().ifPresent(part -> all.addAll(part.files()));
    files = Collections.unmodifiableList(all);
    long sum = 0;
    for (int i = 0; i < files.size(); i++) {
      sum += part(i).bytes(indexInPart(i));
    }
    bytes = sum;
    classes = classes();
    listed = folders.unsupported().stream().map(this::unsupported).toList();
  }

  int images() {
    return files.size();
  }

  /** Looks into an image on any thread; what is returned adds it up. */
  Runnable entry(int index, FileCheck check) {
    FileCheck.Finding finding = check.look(files.get(index), part(index).bytes(indexInPart(index)));
    return () -> add(index, finding);
  }

  private void add(int index, FileCheck.Finding finding) {
    checked++;
    finding
        .header()
        .ifPresent(
            head -> {
              sizes.merge(new PictureSize(head.width(), head.height()), 1, Integer::sum);
              formats.merge(head.format(), 1, Integer::sum);
            });
    small += finding.remarks().stream().anyMatch(Tally::isSmall) ? 1 : 0;
    if (!finding.remarks().isEmpty()) {
      problems.put(
          index,
          finding.remarks().stream()
              .map(remark -> problem(files.get(index), remark.kind(), remark.reason()))
              .toList());
    }
  }

  private static boolean isSmall(FileCheck.Remark remark) {
    return remark.kind() == FileProblem.Kind.SMALL;
  }

  FolderReport report() {
    List<FileProblem> all = new ArrayList<>(listed);
    boolean mostAreSmall = 2 * small > checked;
    problems.values().stream()
        .flatMap(List::stream)
        .filter(problem -> !mostAreSmall || problem.kind() != FileProblem.Kind.SMALL)
        .forEach(all::add);
    return new FolderReport(
        folders.root(),
        files,
        folders.training().size(),
        folders.isSplit(),
        bytes,
        classes,
        listed.size(),
        checked,
        small,
        new PictureSizes(sizes),
        Collections.unmodifiableSortedMap(new TreeMap<>(formats)),
        List.copyOf(all));
  }

  private FileProblem unsupported(Path file) {
    String name = file.getFileName().toString();
    String format = name.substring(name.lastIndexOf('.') + 1).toUpperCase(java.util.Locale.ROOT);
    return problem(
        file,
        FileProblem.Kind.REFUSED,
        "is not listed as an image: %s cannot be read, convert it to JPEG or PNG"
            .formatted(format));
  }

  private FileProblem problem(Path file, FileProblem.Kind kind, String reason) {
    String path = folders.root().relativize(file).toString().replace('\\', '/');
    return new FileProblem(file, path, kind, reason);
  }

  private List<ClassCount> classes() {
    Map<String, int[]> counts = new TreeMap<>();
    count(folders.training(), counts, 0);
    folders.validation().ifPresent(part -> count(part, counts, 1));
    return counts.entrySet().stream()
        .map(e -> new ClassCount(e.getKey(), e.getValue()[0], e.getValue()[1]))
        .toList();
  }

  private static void count(ImageFolder part, Map<String, int[]> counts, int column) {
    int[] byLabel = new int[part.classNames().size()];
    part.labels().forEach(label -> byLabel[label]++);
    for (int label = 0; label < byLabel.length; label++) {
      counts.computeIfAbsent(part.classNames().get(label), name -> new int[2])[column] =
          byLabel[label];
    }
  }

  private ImageFolder part(int index) {
    return index < folders.training().size()
        ? folders.training()
        : folders.validation().orElseThrow();
  }

  private int indexInPart(int index) {
    int training = folders.training().size();
    return index < training ? index : index - training;
  }
}
