package io.simmim.core.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** What a node of a YAML tree holds. */
final class YamlNodes {

  /** The tags that plain text gets by its look; any other one was written by hand. */
  private static final Set<Tag> SCALAR_TAGS =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE);

  private YamlNodes() {}

  /** Counted from 1. */
  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  static boolean isUntaggedScalar(Node node) {
    return node instanceof ScalarNode && SCALAR_TAGS.contains(node.getTag());
  }

  /** A scalar or a flat list of scalars, without tags. */
  static boolean isPlainData(Node node) {
    return node instanceof SequenceNode list
        ? list.getTag().equals(Tag.SEQ)
            && list.getValue().stream().allMatch(YamlNodes::isUntaggedScalar)
        : isUntaggedScalar(node);
  }

  /** The text of a scalar as written, a list of such texts, or null. */
  static Object plainData(Node node) {
    if (node instanceof SequenceNode list) {
      List<Object> elements = new ArrayList<>();
      list.getValue().forEach(element -> elements.add(plainData(element)));
      return elements;
    }
    return isNull(node) ? null : ((ScalarNode) node).getValue();
  }
}
