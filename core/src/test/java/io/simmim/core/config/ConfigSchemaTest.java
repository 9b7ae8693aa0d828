package io.simmim.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.ToNumberPolicy;
import io.simmim.core.fault.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConfigSchemaTest {

  /** Set by the official program at run time, not by the file. */
  private static final Set<String> SET_AT_RUN_TIME =
      Set.of("AMP_OPT_LEVEL", "OUTPUT", "TRAIN.BASE_LR", "TRAIN.WARMUP_LR", "TRAIN.MIN_LR");

  @Test
  void allKeysAndValuesEqualTheOfficialResolvedConfiguration() throws Exception {
    Map<?, ?> official = officialResolved();
    ConfigValues ours =
        Sample.file(Sample.GOLDEN.resolve("A_pretrain_swin/config.yaml")).orThrow().values();
    Map<String, Object> flat = new TreeMap<>();
    flatten(official, "", flat);
    flat.remove("BASE");
    assertEquals(flat.keySet(), keysOf(KeySource.BOTH, KeySource.SIMMIM));
    Set<String> compared = new HashSet<>(flat.keySet());
    compared.removeAll(SET_AT_RUN_TIME);
    for (String path : compared) {
      ConfigKey key = ConfigSchema.official().find(path).orElseThrow();
      assertEquals(key.read(flat.get(path)).value(), ours.get(path), path);
    }
    assertEquals(0.256 * 2 / 512, flat.get("TRAIN.BASE_LR"));
  }

  @Test
  void aConfigurationFromACheckpointIsReadFromItsNestedMaps() throws Exception {
    ConfigResult result =
        new ConfigLoader().fromNested(integersRestored(), "ckpt.pth", Overrides.none());
    ExperimentConfig config = result.orThrow();
    assertEquals(96, config.data().imgSize());
    assertEquals(List.of(2, 2, 2, 1), config.model().swin().depths());
    assertTrue(config.model().swin().qkScale().isEmpty());
    assertEquals(0.1, config.model().vit().initValues().getAsDouble());
    assertTrue(result.notes().isEmpty());
  }

  @Test
  void everyKeyIsDescribedAndItsDefaultIsAllowed() {
    for (ConfigKey key : ConfigSchema.official().keys()) {
      assertTrue(key.description().endsWith("."), key.path());
      assertFalse(key.allowed().isBlank(), key.path());
      ValueReading reading = key.read(key.defaultValue());
      assertTrue(reading.problem().isEmpty(), key.path() + reading.problem());
      assertEquals(key.defaultValue(), reading.value(), key.path());
    }
  }

  @Test
  void recordsHoldExactlyTheKeysOfTheSchema() {
    ConfigValues changed =
        ConfigValues.defaults()
            .with("MODEL.SWIN.QK_SCALE", 0.35)
            .with("MODEL.VIT.INIT_VALUES", null)
            .with("AUG.CUTMIX_MINMAX", List.of(0.2, 0.8))
            .with("SEED", 4_294_967_295L);
    assertEquals(changed, ExperimentConfig.from(changed).values());
    assertEquals(ConfigValues.defaults(), ExperimentConfig.defaults().values());
    assertEquals(4, changed.changedFromDefault().size());
  }

  @Test
  void aResolvedConfigurationOfSwinTransformerLoadsAndEveryIdleKeyIsNoted() throws Exception {
    Map<String, Object> tree = new LinkedHashMap<>();
    resolved("A_pretrain_swinv2_normtarget").forEach((name, v) -> tree.put(name.toString(), v));
    ConfigResult result = new ConfigLoader().fromNested(tree, "x.pth", Overrides.none());
    ExperimentConfig config = result.orThrow();
    assertEquals(List.of(2, 2), config.model().swinv2().depths());
    assertEquals(List.of(0, 0, 0, 0), config.model().swinv2().pretrainedWindowSizes());
    assertEquals(new SimMimConfig.NormTarget(true, 47), config.model().simmim().normTarget());
    assertTrue(config.train().lrScheduler().warmupPrefix());
    assertEquals(Precision.FP32, config.precision());
    assertEquals(10, result.notes().size(), result.notes().toString());
    for (ConfigFault note : result.notes()) {
      assertTrue(note.message().startsWith("this key is passed over: "), note.toString());
    }
  }

  @Test
  void everyKeyOfSwinTransformerIsKnownOrPassedOver() throws Exception {
    Map<String, Object> flat = new TreeMap<>();
    flatten(resolved("A_pretrain_swinv2_normtarget"), "", flat);
    flat.remove("BASE");
    Set<String> known = new TreeSet<>();
    for (String path : flat.keySet()) {
      ConfigSchema.official().find(path).map(ConfigKey::path).ifPresent(known::add);
      boolean idle = ConfigSchema.official().whyPassedOver(path).isPresent();
      assertTrue(idle ^ ConfigSchema.official().find(path).isPresent(), path);
    }
    Set<String> expected = keysOf(KeySource.BOTH, KeySource.SWIN_TRANSFORMER);
    expected.add("PRETRAINED");
    assertEquals(expected, known);
  }

  @Test
  void bothNamesOfThePretrainedFileSetTheSameKey() throws Exception {
    for (String yaml : List.of("PRETRAINED: a.pth", "MODEL: {PRETRAINED: a.pth}")) {
      assertEquals("a.pth", Sample.yaml(yaml).orThrow().pretrained());
    }
    Overrides opts = Overrides.of(List.of("MODEL.PRETRAINED", "b.pth"));
    assertEquals("b.pth", Sample.yaml("PRETRAINED: a.pth", opts).orThrow().pretrained());
  }

  private static Map<?, ?> officialResolved() throws IOException {
    return resolved("A_pretrain_swin");
  }

  private static Map<?, ?> resolved(String golden) throws IOException {
    Path file = Sample.GOLDEN.resolve(golden).resolve("resolved_config.json");
    String json = Files.readString(file);
    return new Gson()
        .newBuilder()
        .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
        .create()
        .fromJson(json, Map.class);
  }

  private static Map<String, ?> integersRestored() throws IOException {
    Map<String, Object> tree = new LinkedHashMap<>();
    officialResolved().forEach((name, value) -> tree.put(name.toString(), value));
    return tree;
  }

  private static Set<String> keysOf(KeySource... sources) {
    return ConfigSchema.official().keys().stream()
        .filter(key -> List.of(sources).contains(key.source()))
        .map(ConfigKey::path)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void flatten(Map<?, ?> tree, String prefix, Map<String, Object> into) {
    tree.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> section) {
            flatten(section, prefix + name + ".", into);
          } else {
            into.put(prefix + name, value);
          }
        });
  }

  @Test
  void allFaultsAreInTheExceptionOneALine() {
    ConfigResult result = Sample.yaml("DATA: {IMG_SIZE: big, MASK_RATIO: 2}\n");
    ConfigException e = assertThrows(ConfigException.class, result::orThrow);
    assertEquals(2, e.getMessage().lines().count());
  }
}
