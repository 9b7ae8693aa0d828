package io.simmim.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigWriterTest {

  private final ExperimentConfig config =
      ExperimentConfig.defaults()
          .with("TRAIN.WARMUP_LR", 1e-6)
          .with("MODEL.SWIN.QK_SCALE", 0.35)
          .with("MODEL.VIT.INIT_VALUES", null)
          .with("TRAIN.LR_SCHEDULER.MULTISTEPS", List.of(30L, 60L));

  @Test
  void whatIsWrittenReadsBackEqual() throws Exception {
    assertEquals(config, Sample.yaml(ConfigWriter.toYaml(config)).orThrow());
    assertEquals(config, Sample.yaml(ConfigWriter.toMinimalYaml(config)).orThrow());
  }

  @Test
  void theFullFileHasEveryKeyAndTheMinimalOneOnlyChanges() {
    YamlDocument full = YamlDocument.read(ConfigWriter.toYaml(config), "", ConfigSchema.official());
    assertEquals(keysOf(KeySource.BOTH, KeySource.SIMMIM), pathsOf(full));
    assertEquals(
        """
        MODEL:
          SWIN:
            QK_SCALE: 0.35
          VIT:
            INIT_VALUES: null
        TRAIN:
          WARMUP_LR: 1.0e-6
          LR_SCHEDULER:
            MULTISTEPS: [30, 60]
        """,
        ConfigWriter.toMinimalYaml(config));
    assertEquals("", ConfigWriter.toMinimalYaml(ExperimentConfig.defaults()));
  }

  @Test
  void aSwinV2IsWrittenForTheProgramThatHasIt() throws Exception {
    ExperimentConfig v2 =
        ExperimentConfig.defaults().with("MODEL.TYPE", "swinv2").with("PRETRAINED", "x.pth");
    String yaml = ConfigWriter.toYaml(v2);
    YamlDocument full = YamlDocument.read(yaml, "", ConfigSchema.official());
    Set<String> expected = keysOf(KeySource.BOTH, KeySource.SWIN_TRANSFORMER);
    expected.add("PRETRAINED");
    assertEquals(expected, pathsOf(full));
    assertTrue(yaml.contains("  PRETRAINED: x.pth"), yaml);
    assertEquals(v2, Sample.yaml(yaml).orThrow());
  }

  @Test
  void keysThatTheOfficialProgramLacksAreWrittenOnlyWhereTheyChangeSomething() throws Exception {
    ExperimentConfig own =
        ExperimentConfig.defaults()
            .with("PRECISION", "bf16")
            .with("TRAIN.LR_SCHEDULER.WARMUP_PREFIX", true);
    String yaml = ConfigWriter.toYaml(own);
    assertTrue(yaml.contains("PRECISION: bf16") && yaml.contains("WARMUP_PREFIX: true"), yaml);
    assertFalse(yaml.contains("EXIF_ROTATE"), yaml);
    assertEquals(own, Sample.yaml(yaml).orThrow());
  }

  private static Set<String> pathsOf(YamlDocument document) {
    return document.entries().stream()
        .map(YamlDocument.Entry::path)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> keysOf(KeySource... sources) {
    return ConfigSchema.official().keys().stream()
        .filter(key -> List.of(sources).contains(key.source()))
        .map(ConfigKey::path)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "None",
        "~",
        "true",
        "1e-3",
        "[a, b]",
        "a: b",
        "# no",
        "'",
        "\"",
        "- x",
        "é 中 😀",
        "C:\\data",
        " padded ",
        "*x",
        "!t",
        "%x",
        "{",
        "a\nb",
        "0010",
        "2020-01-01",
        "@a",
        "a#b",
        "<<"
      })
  void anyTextSurvives(String text) throws Exception {
    ExperimentConfig written = config.with("DATA.DATA_PATH", text);
    assertEquals(text, Sample.yaml(ConfigWriter.toYaml(written)).orThrow().data().dataPath());
    String edited = ConfigEdit.set("DATA: {IMG_SIZE: 64}\n", "DATA.DATA_PATH", text).orElseThrow();
    assertEquals(text, Sample.yaml(edited).draft().data().dataPath());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, Double.MIN_VALUE, 1e22, Double.MAX_VALUE, 0.1, 123456789.0, 3.0})
  void numbersAreFloatsForOtherYamlReadersToo(double number) throws Exception {
    ExperimentConfig written = config.with("TRAIN.WEIGHT_DECAY", number);
    String yaml = ConfigWriter.toYaml(written);
    assertEquals(number, Sample.yaml(yaml).orThrow().train().weightDecay());
    String line = yaml.lines().filter(l -> l.contains("WEIGHT_DECAY")).findFirst().orElseThrow();
    assertTrue(line.matches(".*: [0-9]+\\.[0-9]*(e[-+][0-9]+)?"), line);
  }
}
