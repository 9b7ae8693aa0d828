package io.simmim.core.config;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML text to a tree of nodes with line numbers. No object is ever constructed from the tree, so
 * tags cannot create anything, and limits keep a small file from becoming a large tree.
 */
final class YamlText {

  static final int MAX_CHARACTERS = 100_000;

  private static final int MAX_DEPTH = 20;
  private static final int MAX_ALIASES = 20;

  private YamlText() {}

  /** Either the root mapping (absent for an empty text) or the fault that stopped the reading. */
  record Parsed(Optional<MappingNode> root, Optional<ConfigFault> fault) {

    static Parsed fault(String source, int line, String message) {
      return new Parsed(Optional.empty(), Optional.of(new ConfigFault(source, line, "", message)));
    }
  }

  static Parsed parse(String text, String source) {
    if (text.length() > MAX_CHARACTERS) {
      return Parsed.fault(
          source, 0, "the text has more than " + MAX_CHARACTERS + " characters; is it a config?");
    }
    try {
      Node root = new Yaml(new SafeConstructor(limits())).compose(new StringReader(text));
      return root == null ? new Parsed(Optional.empty(), Optional.empty()) : mapping(root, source);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      return Parsed.fault(source, mark == null ? 0 : mark.getLine() + 1, syntaxMessage(e));
    } catch (YAMLException e) {
      return Parsed.fault(source, 0, "this is not YAML: " + oneLine(e.getMessage()));
    }
  }

  private static Parsed mapping(Node root, String source) {
    if (root instanceof MappingNode mapping && mapping.getTag().equals(Tag.MAP)) {
      return new Parsed(Optional.of(mapping), Optional.empty());
    }
    return Parsed.fault(
        source, YamlNodes.line(root), "the file must consist of KEY: value lines, without a tag.");
  }

  private static String syntaxMessage(MarkedYAMLException e) {
    String context = e.getContext() == null ? "" : " " + oneLine(e.getContext());
    return "this is not YAML: "
        + oneLine(e.getProblem())
        + context
        + "; check indentation, quotes and brackets here.";
  }

  private static String oneLine(String text) {
    return String.valueOf(text).replaceAll("\\s+", " ").strip();
  }

  private static LoaderOptions limits() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(MAX_ALIASES);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setCodePointLimit(MAX_CHARACTERS);
    return options;
  }
}
