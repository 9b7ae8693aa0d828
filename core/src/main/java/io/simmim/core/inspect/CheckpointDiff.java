package io.simmim.core.inspect;

import io.simmim.core.checkpoint.TensorBytes;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.weights.CheckpointFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Everything in which two files differ.
 *
 * @param renamed whether the same tensors have other names in the other file, so that weights were
 *     compared under official names; otherwise names are those in the files
 * @param sections weights, optimizer state, configuration and the rest
 */
public record CheckpointDiff(Path a, Path b, boolean renamed, Map<Part, Section> sections) {

  /** A part of a checkpoint. */
  public enum Part {
    WEIGHTS,
    OPTIMIZER,
    CONFIG,
    /** Epoch, schedule, accuracy and whatever else there is. */
    OTHER
  }

  /**
   * One part of both files.
   *
   * @param equalTensors tensors whose type, shape and bytes are the same
   * @param equalValues other values that are the same
   * @param differences by name
   */
  public record Section(int equalTensors, int equalValues, Map<String, Difference> differences) {

    public Section {
      differences = Collections.unmodifiableMap(new LinkedHashMap<>(differences));
    }
  }

  public CheckpointDiff {
    sections = Collections.unmodifiableMap(new EnumMap<>(sections));
  }

  /**
   * Compares two files.
   *
   * @throws CheckpointException when one cannot be opened or walked through
   */
  public static CheckpointDiff of(Path a, Path b) throws CheckpointException {
    CheckpointFile first = CheckpointFile.open(a);
    CheckpointFile second = CheckpointFile.open(b);
    try {
      boolean renamed = AlignedWeights.areNamedOtherwise(first.official(), second.official());
      CheckpointDiff diff =
          new CheckpointDiff(
              a, b, renamed, sections(parts(first, renamed), parts(second, renamed)));
      first.requireUnchanged();
      second.requireUnchanged();
      return diff;
    } catch (UncheckedIOException e) {
      throw TensorBytes.refusal(e);
    }
  }

  private static Map<Part, Section> sections(
      Map<Part, Map<String, ?>> a, Map<Part, Map<String, ?>> b) {
    Map<Part, Section> sections = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      sections.put(part, compare(a.get(part), b.get(part)));
    }
    return sections;
  }

  private static Map<Part, Map<String, ?>> parts(CheckpointFile file, boolean renamed)
      throws CheckpointException {
    Map<Part, Map<String, Object>> others = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      others.put(part, new LinkedHashMap<>());
    }
    Leaves.of(file.entries(), file.path().toString())
        .forEach((path, value) -> others.get(part(path)).put(path, value));
    Map<Part, Map<String, ?>> parts = new EnumMap<>(others);
    parts.put(Part.WEIGHTS, renamed ? AlignedWeights.of(file) : file.weights());
    return parts;
  }

  private static Part part(String path) {
    return switch (path.contains(".") ? path.substring(0, path.indexOf('.')) : path) {
      case "optimizer" -> Part.OPTIMIZER;
      case "config" -> Part.CONFIG;
      default -> Part.OTHER;
    };
  }

  private static Section compare(Map<String, ?> a, Map<String, ?> b) {
    Set<String> names = new LinkedHashSet<>(a.keySet());
    names.addAll(b.keySet());
    Map<String, Difference> differences = new LinkedHashMap<>();
    int tensors = 0;
    int values = 0;
    for (String name : names) {
      Object leaf = a.get(name); // may be made at each request
      Difference difference = compare(leaf, b.get(name));
      if (difference != null) {
        differences.put(name, difference);
      } else if (leaf instanceof TensorData) {
        tensors++;
      } else {
        values++;
      }
    }
    return new Section(tensors, values, differences);
  }

  private static Difference compare(Object a, Object b) {
    if (a == null) {
      return new Difference.OnlyInB(Difference.describe(b));
    }
    return b == null ? new Difference.OnlyInA(Difference.describe(a)) : Difference.between(a, b);
  }

  /** Whether the files hold the same in everything. */
  public boolean isEqual() {
    return sections.values().stream().allMatch(section -> section.differences().isEmpty());
  }
}
