package io.simmim.core.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * Reads configurations as the official program does: defaults, then the files under {@code BASE},
 * then the file itself, then the command line. Bad content never throws; see {@link ConfigResult}.
 */
public final class ConfigLoader {

  private final ConfigSchema schema;

  public ConfigLoader() {
    this(ConfigSchema.official());
  }

  ConfigLoader(ConfigSchema schema) {
    this.schema = schema;
  }

  /** Loads a YAML file, its {@code BASE} files first. */
  public ConfigResult load(Path file, Overrides overrides) {
    ConfigAssembly assembly = new ConfigAssembly(schema, file.toString());
    new BaseChain(schema, assembly).addFile(file, new Origin(file.toString(), 0));
    assembly.apply(overrides);
    return assembly.finish();
  }

  /**
   * Reads YAML text that need not be in a file, such as an editor's.
   *
   * @param folderForBase folder that {@code BASE} entries are relative to
   * @param source name of the text in messages
   */
  public ConfigResult parse(String yaml, Path folderForBase, String source, Overrides overrides) {
    ConfigAssembly assembly = new ConfigAssembly(schema, source);
    new BaseChain(schema, assembly).addText(yaml, folderForBase, source);
    assembly.apply(overrides);
    return assembly.finish();
  }

  /**
   * Reads maps in maps, such as the configuration inside a checkpoint. Keys that this program does
   * not know become notes, since checkpoints come from many versions of the official code.
   */
  public ConfigResult fromNested(Map<String, ?> tree, String source, Overrides overrides) {
    ConfigAssembly assembly = new ConfigAssembly(schema, source);
    addTree(tree, "", assembly, new Origin(source, 0));
    assembly.apply(overrides);
    return assembly.finish();
  }

  private void addTree(Map<?, ?> tree, String prefix, ConfigAssembly assembly, Origin origin) {
    tree.forEach(
        (name, value) -> {
          String path = prefix + name;
          if (schema.isSection(path) && value instanceof Map<?, ?> section) {
            addTree(section, path + ".", assembly, origin);
          } else if (schema.find(path).isPresent()) {
            assembly.put(schema.find(path).get(), value, origin);
          } else if (!path.equals("BASE")) {
            String reason =
                schema.whyPassedOver(path).orElse("this key is not known here; ignored.");
            assembly.note(origin, Quoted.oneLine(path), reason);
          }
        });
  }
}
