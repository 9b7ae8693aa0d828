package io.simmim.workbench.checkpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a tree of the names of tensors, in the order of the file. */
final class TensorTree {

  private static final int DEEPEST = 64;

  private final Map<String, TensorTree> modules = new LinkedHashMap<>();
  private final Map<String, TensorRow> tensors = new LinkedHashMap<>();
  private final List<Key> order = new ArrayList<>();

  /** A tensor and a module may have the same name. */
  private record Key(String segment, boolean module) {}

  private TensorTree() {}

  /** The tree above these tensors; its root has no name. */
  static TensorNode of(List<TensorRow> rows) {
    TensorTree root = new TensorTree();
    for (TensorRow row : rows) {
      root.add(segments(row.name()), row);
    }
    return root.node("", "");
  }

  /** The parts of a name; a hostile one is as deep as it likes, the tree is not. */
  static List<String> segments(String name) {
    List<String> segments = new ArrayList<>();
    for (String part : name.split("\\.", DEEPEST)) {
      int last = segments.size() - 1;
      boolean counts = !part.isEmpty() && part.chars().allMatch(Character::isDigit);
      if (counts && last >= 0) {
        segments.set(last, segments.get(last) + "." + part);
      } else {
        segments.add(part);
      }
    }
    return segments;
  }

  private void add(List<String> segments, TensorRow row) {
    String first = segments.get(0);
    if (segments.size() == 1) {
      tensors.put(first, row);
      order.add(new Key(first, false));
    } else {
      if (!modules.containsKey(first)) {
        modules.put(first, new TensorTree());
        order.add(new Key(first, true));
      }
      modules.get(first).add(segments.subList(1, segments.size()), row);
    }
  }

  private TensorNode node(String segment, String path) {
    List<TensorNode> children = new ArrayList<>();
    for (Key key : order) {
      String name = key.segment();
      String below = path.isEmpty() ? name : path + "." + name;
      children.add(
          key.module()
              ? modules.get(name).node(name, below)
              : TensorNode.leaf(name, tensors.get(name)));
    }
    return TensorNode.module(segment, path, children);
  }
}
