package io.simmim.core.config;

import java.io.StringWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Configurations as YAML that this program reads, and the official one that has the model. */
public final class ConfigWriter {

  private ConfigWriter() {}

  /**
   * Every key that the official program of this model has, and all others that differ from their
   * defaults; sections as indented blocks.
   */
  public static String toYaml(ExperimentConfig config) {
    ModelType type = config.model().type();
    Map<String, Object> written = new LinkedHashMap<>(config.values().asMap());
    Map<String, Object> changed = config.values().changedFromDefault();
    for (ConfigKey key : ConfigSchema.official().keys()) {
      if (!key.source().isKnownToProgramOf(type) && !changed.containsKey(key.path())) {
        written.remove(key.path());
      }
    }
    return block(type, written);
  }

  /** Only the keys that differ from the defaults; empty when none does. */
  public static String toMinimalYaml(ExperimentConfig config) {
    Map<String, Object> changed = config.values().changedFromDefault();
    return changed.isEmpty() ? "" : block(config.model().type(), changed);
  }

  /** One value on one line, as it may stand after {@code KEY: } even inside braces. */
  static String inline(String path, Object value) {
    DumperOptions options = options();
    options.setDefaultFlowStyle(FlowStyle.FLOW);
    // Inside a list every text is quoted as flow style asks for; the list's brackets are cut off.
    String list = dump(Collections.singletonList(asOfficialType(path, value)), options).strip();
    return list.substring(1, list.length() - 1).strip();
  }

  private static String block(ModelType type, Map<String, Object> byPath) {
    Map<String, Object> written = new LinkedHashMap<>(byPath);
    written.replaceAll(ConfigWriter::asOfficialType);
    if (type == ModelType.SWINV2 && written.containsKey(ConfigSchema.PRETRAINED)) {
      written.put(ConfigSchema.MODEL_PRETRAINED, written.remove(ConfigSchema.PRETRAINED));
    }
    return dump(Nesting.nest(written), options());
  }

  /** The official default of this one ratio is a whole number, and its reader insists on that. */
  private static Object asOfficialType(String path, Object value) {
    boolean whole = value instanceof Double number && number == Math.rint(number);
    return path.equals("MODEL.VIT.MLP_RATIO") && whole ? ((Double) value).longValue() : value;
  }

  private static String dump(Object value, DumperOptions options) {
    Yaml yaml = new Yaml(new ListsInline(options), options);
    Node node = yaml.represent(value);
    StringWriter text = new StringWriter();
    yaml.serialize(node, text);
    return text.toString();
  }

  private static DumperOptions options() {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(FlowStyle.BLOCK);
    options.setSplitLines(false);
    return options;
  }

  /** Lists in brackets, numbers so that YAML 1.1 readers take them for numbers. */
  private static final class ListsInline extends Representer {

    ListsInline(DumperOptions options) {
      super(options);
      representers.put(
          Double.class, value -> representScalar(Tag.FLOAT, NumberText.yaml((Double) value)));
    }

    @Override
    protected Node representSequence(Tag tag, Iterable<?> sequence, FlowStyle style) {
      return super.representSequence(tag, sequence, FlowStyle.FLOW);
    }
  }
}
