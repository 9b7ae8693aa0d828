package io.simmim.core.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Cuts a new value into YAML text at the positions that the parser reports. */
final class YamlSplice {

  private static final int INDENT = 2;
  private static final Pattern ALIAS = Pattern.compile("\\s*\\*[^\\s,\\]}]+");

  private final String text;
  private final String newline;

  YamlSplice(String text) {
    this.text = text;
    this.newline = text.contains("\r\n") ? "\r\n" : "\n";
  }

  /**
   * @param names sections and key, outermost first
   * @param value as it stands after the colon
   */
  Optional<String> set(Optional<MappingNode> root, List<String> names, String value) {
    return root.map(mapping -> setIn(mapping, names, value))
        .orElseGet(() -> Optional.of(linesAfter(text.length(), 0, names, value)));
  }

  private Optional<String> setIn(MappingNode mapping, List<String> names, String value) {
    Optional<NodeTuple> found =
        mapping.getValue().stream().filter(tuple -> isNamed(tuple, names.get(0))).findFirst();
    if (found.isEmpty()) {
      return Optional.of(insert(mapping, names, value));
    }
    NodeTuple tuple = found.get();
    if (names.size() == 1) {
      return Optional.of(replace(tuple, value));
    }
    List<String> rest = names.subList(1, names.size());
    if (tuple.getValueNode() instanceof MappingNode section) {
      return setIn(section, rest, value);
    }
    boolean openSection = YamlNodes.isNull(tuple.getValueNode()) && !isFlow(mapping);
    int column = tuple.getKeyNode().getStartMark().getColumn();
    return openSection
        ? Optional.of(linesAfter(end(tuple), column + INDENT, rest, value))
        : Optional.empty();
  }

  private String insert(MappingNode mapping, List<String> names, String value) {
    List<NodeTuple> tuples = mapping.getValue();
    if (isFlow(mapping)) {
      String entry = inBraces(names, value);
      int brace = at(mapping.getEndMark()) - 1;
      return tuples.isEmpty()
          ? spliced(brace, brace, entry)
          : spliced(end(last(tuples)), end(last(tuples)), ", " + entry);
    }
    int column = tuples.get(0).getKeyNode().getStartMark().getColumn();
    return linesAfter(end(last(tuples)), column, names, value);
  }

  private String replace(NodeTuple tuple, String value) {
    Node old = tuple.getValueNode();
    int colon = text.indexOf(':', at(tuple.getKeyNode().getEndMark())) + 1;
    int start = at(old.getStartMark());
    if (start < colon) {
      Matcher alias = ALIAS.matcher(text).region(colon, text.length());
      return alias.lookingAt() ? spliced(colon, alias.end(), " " + value) : text;
    }
    if (isBlock(old)) {
      String gap = text.substring(colon, start).stripTrailing();
      String rest = old instanceof ScalarNode ? newline : "";
      return spliced(colon, end(old), " " + value + gap + rest);
    }
    return start == end(old) ? spliced(colon, colon, " " + value) : spliced(start, end(old), value);
  }

  /** Puts the key, below its missing sections, on new lines after the line of {@code position}. */
  private String linesAfter(int position, int column, List<String> names, String value) {
    boolean atLineStart = position > 0 && text.charAt(position - 1) == '\n';
    int lineEnd = atLineStart ? position - 1 : text.indexOf('\n', position);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      lines.append(" ".repeat(column + INDENT * i)).append(names.get(i)).append(':');
      lines.append(i == names.size() - 1 ? " " + value : "").append(newline);
    }
    if (lineEnd < 0) {
      return text + (text.isEmpty() ? "" : newline) + lines;
    }
    return spliced(lineEnd + 1, lineEnd + 1, lines.toString());
  }

  private static String inBraces(List<String> names, String value) {
    String entry = value;
    for (int i = names.size() - 1; i >= 0; i--) {
      entry = names.get(i) + ": " + (i == names.size() - 1 ? entry : "{" + entry + "}");
    }
    return entry;
  }

  private String spliced(int from, int to, String replacement) {
    return text.substring(0, from) + replacement + text.substring(to);
  }

  /** End of what the pair occupies; an alias ends where its key does, its node lies elsewhere. */
  private int end(NodeTuple tuple) {
    int keyEnd = at(tuple.getKeyNode().getEndMark());
    Node value = tuple.getValueNode();
    return at(value.getStartMark()) < keyEnd ? keyEnd : end(value);
  }

  /** End of the last character; block collections report the start of what follows them. */
  private int end(Node node) {
    if (node instanceof MappingNode mapping && !isFlow(mapping)) {
      return end(last(mapping.getValue()));
    }
    if (node instanceof SequenceNode list && isBlock(list)) {
      Node element = last(list.getValue());
      boolean alias = at(element.getStartMark()) < at(list.getStartMark());
      return alias ? at(list.getEndMark()) : end(element);
    }
    return at(node.getEndMark());
  }

  private int at(Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }

  private static boolean isNamed(NodeTuple tuple, String name) {
    return tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name);
  }

  private static boolean isFlow(MappingNode mapping) {
    return mapping.getFlowStyle() == FlowStyle.FLOW;
  }

  private static boolean isBlock(Node node) {
    if (node instanceof ScalarNode scalar) {
      ScalarStyle style = scalar.getScalarStyle();
      return style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
    }
    return node instanceof SequenceNode list && list.getFlowStyle() != FlowStyle.FLOW;
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }
}
