package io.simmim.core.config;

import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

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
    LoaderOptions limits = limits();
    PlacedParser parser = new PlacedParser(new ParserImpl(new StreamReader(text), limits));
    try {
      Node root = new Composer(parser, new Resolver(), limits).getSingleNode();
      return root == null ? new Parsed(Optional.empty(), Optional.empty()) : mapping(root, source);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      return Parsed.fault(source, mark == null ? 0 : mark.getLine() + 1, syntaxMessage(e));
    } catch (ReaderException e) {
      return Parsed.fault(source, lineOf(e.getPosition(), text), characterMessage(e));
    } catch (YAMLException e) {
      // Said by the composer about depth and aliases.
      return Parsed.fault(source, parser.line(), limitsMessage(e));
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

  /** Counted from 1, of a place counted in code points. */
  private static int lineOf(int codePoints, String text) {
    int end =
        text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
    return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
  }

  private static String characterMessage(ReaderException e) {
    return "this is not YAML: the character U+%04X is not allowed; remove it, and check that this is a text file."
        .formatted(e.getCodePoint());
  }

  private static String limitsMessage(YAMLException e) {
    return "this is too much for a configuration: %s; at most %d levels and %d aliases are read."
        .formatted(oneLine(e.getMessage()), MAX_DEPTH, MAX_ALIASES);
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
