package io.simmim.core.survey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * What is known of a folder of images.
 *
 * @param root the folder of the data set
 * @param files the images, first those trained on, then those of {@code val}
 * @param training how many of them are trained on
 * @param split whether there is a folder {@code train}
 * @param bytes of all images
 * @param classes in the order of their names; empty when the images have none
 * @param unsupported picture files in formats that are not listed as images at all
 * @param checked images looked into so far
 * @param small how many of them have a side shorter than the network's input; only where these are
 *     no more than half are they listed among the problems
 * @param sizes of those images
 * @param formats how many of them have each format
 * @param problems so far, in the order of the files
 */
public record FolderReport(
    Path root,
    List<Path> files,
    int training,
    boolean split,
    long bytes,
    List<ClassCount> classes,
    int unsupported,
    int checked,
    int small,
    PictureSizes sizes,
    SortedMap<String, Integer> formats,
    List<FileProblem> problems) {

  /** All images. */
  public int images() {
    return files.size();
  }

  /** Images kept to validate. */
  public int validation() {
    return files.size() - training;
  }

  /** Whether every image was looked into. */
  public boolean isComplete() {
    return checked == files.size();
  }

  /** Problems of one kind. */
  public long count(FileProblem.Kind kind) {
    return problems.stream().filter(problem -> problem.kind() == kind).count();
  }

  /** Largest class by smallest class, in training images; 1 when balanced, 0 without classes. */
  public double imbalance() {
    int most = classes.stream().mapToInt(ClassCount::training).max().orElse(0);
    int least = classes.stream().mapToInt(ClassCount::training).min().orElse(0);
    return least == 0 ? 0 : (double) most / least;
  }

  /** All problems, one line each, to be kept or sent. */
  public String problemsAsText() {
    List<String> lines = new ArrayList<>();
    problems.forEach(problem -> lines.add(problem.inWords()));
    return String.join(System.lineSeparator(), lines);
  }
}
