package io.simmim.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
    assertEquals(ConfigSchema.official().keys().size(), full.entries().size());
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
