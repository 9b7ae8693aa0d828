package io.simmim.core.config;

import java.util.List;

/**
 * One YAML text, flattened: every known key with its raw value and line, in the order of the text.
 *
 * @param bases files under {@code BASE}, whose values come first
 * @param notes keys that have no effect
 */
record YamlDocument(
    List<Entry> entries, List<Entry> bases, List<ConfigFault> faults, List<ConfigFault> notes) {

  /**
   * @param path dotted
   * @param raw text, a list of texts, or null
   * @param line counted from 1
   */
  record Entry(String path, Object raw, int line) {}

  static YamlDocument read(String text, String source, ConfigSchema schema) {
    YamlText.Parsed parsed = YamlText.parse(text, source);
    YamlFlattener flattener = new YamlFlattener(source, schema);
    parsed.fault().ifPresent(flattener::add);
    parsed.root().ifPresent(root -> flattener.walk(root, ""));
    return flattener.result();
  }
}
