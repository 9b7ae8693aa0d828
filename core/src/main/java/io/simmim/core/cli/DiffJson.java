package io.simmim.core.cli;

import io.simmim.core.inspect.CheckpointDiff;
import io.simmim.core.inspect.CheckpointDiff.Section;
import io.simmim.core.inspect.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A comparison as JSON with snake_case keys. */
final class DiffJson {

  private DiffJson() {}

  static Map<String, Object> tree(CheckpointDiff diff) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("a", diff.a().toString());
    tree.put("b", diff.b().toString());
    tree.put("equal", diff.isEqual());
    tree.put("official_names", diff.renamed());
    diff.sections()
        .forEach((part, section) -> tree.put(part.name().toLowerCase(Locale.ROOT), of(section)));
    return tree;
  }

  private static Map<String, Object> of(Section section) {
    List<Map<String, Object>> differences = new ArrayList<>();
    section.differences().forEach((name, difference) -> differences.add(of(name, difference)));
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("equal_tensors", section.equalTensors());
    tree.put("equal_values", section.equalValues());
    tree.put("differences", differences);
    return tree;
  }

  private static Map<String, Object> of(String name, Difference difference) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", name);
    if (difference instanceof Difference.OnlyInA only) {
      tree.put("kind", "only_in_a");
      tree.put("a", only.content());
    } else if (difference instanceof Difference.OnlyInB only) {
      tree.put("kind", "only_in_b");
      tree.put("b", only.content());
    } else if (difference instanceof Difference.Unequal unequal) {
      tree.put("kind", "unequal");
      tree.put("a", unequal.a());
      tree.put("b", unequal.b());
    } else if (difference instanceof Difference.OtherValues other) {
      tree.put("kind", "other_values");
      tree.put("max_abs", JsonText.number(other.maxAbs()));
      tree.put("max_rel", JsonText.number(other.maxRelative()));
      tree.put("elements", other.elements());
    }
    return tree;
  }
}
