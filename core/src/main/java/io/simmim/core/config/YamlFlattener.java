package io.simmim.core.config;

import static io.simmim.core.config.YamlNodes.line;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Walks a node tree along the schema. It enters known sections only, so its depth and work are
 * bounded by the schema, however the text refers to itself.
 */
final class YamlFlattener {

  private static final String BASE = "BASE";
  private static final int MAX_FAULTS = 100;
  private static final String MORE =
      "from here on are more faults than are listed; is it a configuration?";

  private final String source;
  private final ConfigSchema schema;
  private final List<YamlDocument.Entry> entries = new ArrayList<>();
  private final List<YamlDocument.Entry> bases = new ArrayList<>();
  private final List<ConfigFault> faults = new ArrayList<>();
  private final List<ConfigFault> notes = new ArrayList<>();

  YamlFlattener(String source, ConfigSchema schema) {
    this.source = source;
    this.schema = schema;
  }

  YamlDocument result() {
    return new YamlDocument(
        List.copyOf(entries), List.copyOf(bases), List.copyOf(faults), List.copyOf(notes));
  }

  void add(ConfigFault fault) {
    faults.add(fault);
  }

  void walk(MappingNode section, String prefix) {
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : section.getValue()) {
      if (faults.size() > MAX_FAULTS) {
        return;
      }
      Node key = tuple.getKeyNode();
      if (!YamlNodes.isUntaggedScalar(key)) {
        fault(key, "", "a key must be a plain word without a tag.");
        continue;
      }
      String name = ((ScalarNode) key).getValue();
      if (!seen.add(name)) {
        fault(key, prefix + name, "the key is written twice in this section; keep one of them.");
      } else if (name.contains(".")) {
        fault(key, prefix + name, dotted(prefix + name));
      } else {
        visit(prefix + name, key, tuple.getValueNode());
      }
    }
  }

  private void visit(String path, Node key, Node value) {
    if (path.equals(BASE)) {
      readBases(key, value);
    } else if (schema.isSection(path)) {
      visitSection(path, key, value);
    } else if (schema.find(path).isPresent()) {
      readValue(schema.find(path).get(), key, value);
    } else {
      schema
          .whyPassedOver(path)
          .ifPresentOrElse(
              reason -> notes.add(new ConfigFault(source, line(key), path, reason)),
              () -> fault(key, path, unknown(path)));
    }
  }

  private void visitSection(String path, Node key, Node value) {
    if (value instanceof MappingNode section && section.getTag().equals(Tag.MAP)) {
      walk(section, path + ".");
    } else if (!YamlNodes.isNull(value)) {
      fault(key, path, "this is a section; write its keys indented below it, without a tag.");
    }
  }

  private void readValue(ConfigKey key, Node keyNode, Node value) {
    if (YamlNodes.isPlainData(value)) {
      entries.add(new YamlDocument.Entry(key.path(), YamlNodes.plainData(value), line(keyNode)));
    } else {
      fault(
          keyNode,
          key.path(),
          "sections, nested lists and tags are not allowed here; allowed: " + key.allowed() + ".");
    }
  }

  private void readBases(Node key, Node value) {
    if (!YamlNodes.isPlainData(value)) {
      fault(key, BASE, "expected a file name or a list of file names, relative to this file.");
      return;
    }
    Object names = YamlNodes.plainData(value);
    for (Object name : names instanceof List<?> list ? list : List.of(names == null ? "" : names)) {
      if (name != null && !name.toString().isEmpty()) {
        bases.add(new YamlDocument.Entry(BASE, name, line(key)));
      }
    }
  }

  private String unknown(String path) {
    return path.endsWith("<<")
        ? "merge keys are not supported; put the common keys in a file of its own, named in BASE."
        : "there is no such key; " + schema.suggestionFor(path);
  }

  private String dotted(String path) {
    return schema.find(path).isPresent()
        ? "dots are for the command line; write each section as an indented block."
        : unknown(path);
  }

  private void fault(Node where, String path, String message) {
    boolean last = faults.size() == MAX_FAULTS;
    faults.add(
        last
            ? new ConfigFault(source, line(where), "", MORE)
            : new ConfigFault(source, line(where), Quoted.oneLine(path), message));
  }
}
