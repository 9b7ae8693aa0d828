package io.simmim.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigLoaderTest {

  @TempDir Path folder;

  @Test
  void allFaultsAreReportedAtOnceWithTheirLines() {
    String text =
        """
        DATA:
          MASK_RATOI: 0.5
          IMG_SIZE: large
          BATCH_SIZE: 0
        TRIAN:
          EPOCHS: 3
        TRAIN:
          EPOCHS: 5
          WARMUP_EPOCHS: 9
          LR_SCHEDULER: cosine
        """;
    assertEquals(
        List.of(
            "test.yaml:2: DATA.MASK_RATOI: there is no such key; did you mean DATA.MASK_RATIO?",
            "test.yaml:5: TRIAN: there is no such key; did you mean TRAIN?",
            "test.yaml:10: TRAIN.LR_SCHEDULER: this is a section; write its keys indented below it,"
                + " without a tag.",
            "test.yaml:3: DATA.IMG_SIZE: \"large\" is not a whole number; allowed: a whole number,"
                + " at least 8 and at most 16384.",
            "test.yaml:4: DATA.BATCH_SIZE: 0 is out of range; allowed: a whole number, at least 1"
                + " and at most 1000000.",
            "test.yaml:9: TRAIN.WARMUP_EPOCHS: the warm-up of 9 epochs is longer than the run of 5;"
                + " make WARMUP_EPOCHS at most EPOCHS."),
        Sample.lines(Sample.yaml(text)));
  }

  @Test
  void aKeyInTheWrongSectionIsFound() {
    assertTrue(
        Sample.lines(Sample.yaml("DATA: {EPOCHS: 3}"))
            .get(0)
            .contains("did you mean TRAIN.EPOCHS"));
  }

  @Test
  void aKeyWrittenTwiceIsRefused() {
    List<String> faults = Sample.lines(Sample.yaml("TAG: a\nSEED: 1\nTAG: b\n"));
    assertEquals(1, faults.size());
    assertTrue(
        faults.get(0).startsWith("test.yaml:3: TAG: the key is written twice"), faults.get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TAG: !!java.io.File [x]",
        "TAG: !!python/object/apply:os.system [ls]",
        "!!python/object:x {TAG: a}",
        "DATA: !x {IMG_SIZE: 64}",
        "!x TAG: a",
        "TAG: !!binary aGk=",
        "TRAIN: {OPTIMIZER: {BETAS: !!python/tuple [0.9, 0.99]}}"
      })
  void tagsAreRefused(String text) {
    List<String> faults = Sample.lines(Sample.yaml(text));
    assertEquals(1, faults.size(), faults.toString());
    assertTrue(
        faults.get(0).contains("test.yaml:1:") && faults.get(0).contains("tag"), faults.get(0));
  }

  @Test
  void whatHasMoreFaultsThanAnybodyReadsIsNotListedToTheEnd() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      text.append("K").append(i).append(": 1\n");
    }
    List<String> faults = Sample.lines(Sample.yaml(text.toString()));
    assertEquals(101, faults.size());
    assertTrue(faults.get(100).startsWith("test.yaml:101: from here on"), faults.get(100));
  }

  @Test
  void depthAndAliasesAreRefusedWithTheirLine() {
    String deep = "TAG: a\nMODEL: " + "[".repeat(50);
    assertTrue(Sample.lines(Sample.yaml(deep)).get(0).startsWith("test.yaml:2: this is too much"));
    String bad = "TAG: a\nOUTPUT: \"b\"\nDATA: \0\n";
    assertTrue(
        Sample.lines(Sample.yaml(bad))
            .get(0)
            .contains("test.yaml:3: this is not YAML: the character U+0000"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aDeviceIsNoBase() {
    List<String> faults = Sample.lines(Sample.yaml("BASE: /dev/zero\n"));
    assertEquals(
        List.of("test.yaml:1: BASE: /dev/zero is not a file; name a configuration."), faults);
  }

  @Test
  void aliasBombsEndInAFault() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]%n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    assertEquals(1, Sample.yaml(bomb.toString()).faults().size());
    assertEquals(1, Sample.yaml("DATA: &d\n  IMG_SIZE: 448\n  DATA: *d\n").faults().size());
    assertEquals(1, Sample.yaml("TAG: " + "[".repeat(5000)).faults().size());
    assertEquals(1, Sample.yaml("#".repeat(2_000_000)).faults().size());
  }

  @Test
  void brokenYamlNamesTheLine() {
    List<String> faults = Sample.lines(Sample.yaml("TAG: a\nDATA:\n\tIMG_SIZE: 3\n"));
    assertEquals(1, faults.size());
    assertTrue(faults.get(0).startsWith("test.yaml:3: this is not YAML"), faults.get(0));
  }

  @Test
  void dottedKeysBelongOnTheCommandLine() {
    assertTrue(Sample.lines(Sample.yaml("DATA.IMG_SIZE: 64")).get(0).contains("indented block"));
  }

  @Test
  void anEmptyTextIsTheDefaultConfiguration() throws Exception {
    assertEquals(ExperimentConfig.defaults(), Sample.yaml("# nothing\n").orThrow());
    assertEquals(ExperimentConfig.defaults(), Sample.yaml("DATA:\n").orThrow());
  }

  @Test
  void baseFilesComeFirstAndAreRelativeToTheirFile() throws Exception {
    write("common/a.yaml", "TAG: a\nSEED: 1\nDATA: {IMG_SIZE: 448}\n");
    write("common/b.yaml", "BASE: a.yaml\nTAG: b\nPRINT_FREQ: 7\n");
    Path file = write("c.yaml", "BASE: ['', common/b.yaml]\nTAG: c\n");
    ConfigResult result = Sample.file(file);
    ExperimentConfig config = result.orThrow();
    assertEquals("c", config.tag());
    assertEquals(7, config.printFreq());
    assertEquals(448, config.data().imgSize());
    assertEquals(1, config.seed());
    assertEquals(new Origin(file.toString(), 2), result.origin("TAG").orElseThrow());
    assertTrue(result.origin("SEED").orElseThrow().source().endsWith("a.yaml"));
  }

  @Test
  void filesThatNameEachOtherAreRefused() throws Exception {
    Path a = write("a.yaml", "TAG: a\nBASE: [b.yaml]\n");
    Path b = write("b.yaml", "BASE: [a.yaml]\n");
    List<ConfigFault> faults = Sample.file(a).faults();
    assertEquals(1, faults.size());
    assertEquals(b.toString(), faults.get(0).source());
    assertTrue(faults.get(0).message().contains("circle"));
  }

  @Test
  void aFanOfBaseFilesIsLimited() throws Exception {
    for (int i = 0; i < 30; i++) {
      write("f" + i + ".yaml", "BASE: [f%d.yaml, f%d.yaml]\n".formatted(i + 1, i + 1));
    }
    write("f30.yaml", "TAG: deep\n");
    assertTrue(Sample.lines(Sample.file(folder.resolve("f0.yaml"))).get(0).contains("64 files"));
  }

  @Test
  void missingFilesAreReportedWhereTheyAreNamed() throws Exception {
    Path file = write("a.yaml", "TAG: a\nBASE: [gone.yaml]\n");
    List<ConfigFault> faults = Sample.file(file).faults();
    assertEquals(1, faults.size());
    assertEquals(2, faults.get(0).line());
    assertTrue(faults.get(0).message().contains("gone.yaml"));
    assertEquals(1, Sample.file(folder.resolve("none.yaml")).faults().size());
    assertEquals(1, Sample.file(folder).faults().size());
  }

  @Test
  void aBinaryFileIsAFault() throws Exception {
    Path file = folder.resolve("x.yaml");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, (byte) 0x80});
    assertEquals(1, Sample.file(file).faults().size());
  }

  @Test
  void keysWithoutAnEffectHereAreNotedWhereTheyStand() throws Exception {
    String yaml = "DATA:\n  ZIP_MODE: True\nMODEL:\n  SWIN_MOE:\n    MOE_BLOCKS: [[-1], [-1]]\n";
    ConfigResult result = Sample.yaml(yaml, Overrides.of(List.of("AMP_ENABLE", "False")));
    result.orThrow();
    List<String> notes = result.notes().stream().map(ConfigFault::toString).toList();
    assertEquals(3, notes.size());
    assertTrue(notes.get(0).startsWith("test.yaml:2: DATA.ZIP_MODE: this key is passed over"));
    assertTrue(notes.get(1).startsWith("test.yaml:4: MODEL.SWIN_MOE: "), notes.get(1));
    assertTrue(notes.get(2).startsWith("--opts: AMP_ENABLE: "), notes.get(2));
  }

  @Test
  void precisionIsFp32UnlessAskedForOtherwise() throws Exception {
    assertEquals(Precision.FP32, Sample.yaml("").orThrow().precision());
    assertEquals(Precision.FP32, Sample.yaml("AMP_OPT_LEVEL: O0").orThrow().precision());
    assertEquals(Precision.TF32, Sample.yaml("PRECISION: tf32").orThrow().precision());
    ConfigResult apex = Sample.yaml("AMP_OPT_LEVEL: O1");
    assertEquals(Precision.BF16, apex.orThrow().precision());
    assertTrue(apex.notes().get(0).message().contains("read as PRECISION bf16"));
    ConfigResult both = Sample.yaml("AMP_OPT_LEVEL: O1\nPRECISION: fp16");
    assertEquals(Precision.FP16, both.orThrow().precision());
    assertEquals(List.of(), both.notes());
  }

  @Test
  void aSwinV2WithoutWarmupPrefixIsToldTheOtherDefault() {
    String yaml = "MODEL: {TYPE: swinv2}\n";
    assertEquals(1, Sample.yaml(yaml).notes().size());
    String said = yaml + "TRAIN: {LR_SCHEDULER: {WARMUP_PREFIX: false}}\n";
    assertEquals(0, Sample.yaml(said).notes().size());
  }

  @Test
  void unknownKeysOfACheckpointBecomeNotes() throws Exception {
    Map<String, Object> tree =
        Map.of("ENABLE_AMP", true, "DATA", Map.of("IMG_SIZE", 448, "ZIP_MODE", false));
    ConfigResult result = new ConfigLoader().fromNested(tree, "x.pth", Overrides.none());
    assertEquals(448, result.orThrow().data().imgSize());
    assertEquals(2, result.notes().size());
  }

  private Path write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
