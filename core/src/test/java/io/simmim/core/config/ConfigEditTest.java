package io.simmim.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigEditTest {

  private static final String TEXT =
      """
      # my experiment
      DATA: {IMG_SIZE: 64,   MASK_RATIO: 0.5}   # small
      MODEL:
        SWIN:
          DEPTHS:     # one number a stage
            - 2
            - 2
          WINDOW_SIZE: 4   # tokens
        # nothing more
      TRAIN:
        EPOCHS: 10  # short

      # the end
      """;

  @Test
  void onlyTheValueChangesAndCommentsStay() {
    assertEdit("TRAIN.EPOCHS", 20, TEXT.replace("EPOCHS: 10  # short", "EPOCHS: 20  # short"));
    assertEdit("DATA.IMG_SIZE", 96, TEXT.replace("IMG_SIZE: 64,   ", "IMG_SIZE: 96,   "));
    assertEdit(
        "MODEL.SWIN.WINDOW_SIZE",
        6,
        TEXT.replace("WINDOW_SIZE: 4   # tokens", "WINDOW_SIZE: 6   # tokens"));
  }

  @Test
  void aNewKeyGoesToTheEndOfItsSection() {
    assertEdit(
        "TRAIN.WARMUP_EPOCHS", 2, TEXT.replace("# short\n", "# short\n  WARMUP_EPOCHS: 2\n"));
    assertEdit("DATA.BATCH_SIZE", 8, TEXT.replace("0.5}", "0.5, BATCH_SIZE: 8}"));
    assertEdit(
        "MODEL.SWIN.EMBED_DIM", 48, TEXT.replace("# tokens\n", "# tokens\n    EMBED_DIM: 48\n"));
  }

  @Test
  void missingSectionsAreWrittenToo() {
    assertEdit(
        "TRAIN.LR_SCHEDULER.NAME",
        "step",
        TEXT.replace("# short\n", "# short\n  LR_SCHEDULER:\n    NAME: step\n"));
    assertEdit(
        "MODEL.VIT.DEPTH", 4, TEXT.replace("# tokens\n", "# tokens\n  VIT:\n    DEPTH: 4\n"));
    assertEdit("TAG", "x", TEXT.replace("# short\n", "# short\nTAG: x\n"));
    assertEdit("", "TAG", "x", "TAG: x\n");
    assertEdit("# only words", "SEED", 3, "# only words\nSEED: 3\n");
    assertEdit("{}", "TRAIN.OPTIMIZER.EPS", 1e-7, "{TRAIN: {OPTIMIZER: {EPS: 1.0e-7}}}");
    assertEdit("TRAIN:\nTAG: x\n", "TRAIN.EPOCHS", 3, "TRAIN:\n  EPOCHS: 3\nTAG: x\n");
    assertEdit("TAG: x", "SEED", 3, "TAG: x\nSEED: 3\n");
  }

  @Test
  void listsInBlocksBecomeOneLine() {
    assertEdit(
        "MODEL.SWIN.DEPTHS",
        List.of(2L, 6L),
        TEXT.replace(
            "DEPTHS:     # one number a stage\n      - 2\n      - 2\n",
            "DEPTHS: [2, 6]     # one number a stage\n"));
  }

  @Test
  void lineEndsAndCharactersBeyondSixteenBitsAreKept() {
    assertEdit(
        "# 😀😀\r\nTAG: a\r\nDATA:\r\n  IMG_SIZE: 64\r\n",
        "DATA.MASK_RATIO",
        0.5,
        "# 😀😀\r\nTAG: a\r\nDATA:\r\n  IMG_SIZE: 64\r\n  MASK_RATIO: 0.5\r\n");
    assertEdit("TAG: '😀' # 😀\nSEED: 1 #\n", "SEED", 2, "TAG: '😀' # 😀\nSEED: 2 #\n");
  }

  @Test
  void valuesInOddPlacesAreReplaced() {
    assertEdit("TAG: |\n  a\n  b\nSEED: 1\n", "TAG", "c", "TAG: c\nSEED: 1\n");
    assertEdit("TAG:\nSEED: 1\n", "TAG", "c", "TAG: c\nSEED: 1\n");
    assertEdit("TAG: &t a\nOUTPUT: *t\n", "OUTPUT", "b", "TAG: &t a\nOUTPUT: b\n");
    assertEdit("SEED: {a: 1}\n", "SEED", 2, "SEED: 2\n");
    assertEdit("\"TAG\": 'a'\n", "TAG", "b", "\"TAG\": b\n");
    assertEdit("MODEL.SWIN.APE: 1\nTAG: a\n", "TAG", "b", "MODEL.SWIN.APE: 1\nTAG: b\n");
  }

  @Test
  void aChangeThatWouldReachOtherKeysIsNotMade() {
    assertEquals(Optional.empty(), ConfigEdit.set("TAG: &t a\nOUTPUT: *t\n", "TAG", "b"));
    assertEquals(Optional.empty(), ConfigEdit.set("TAG: [", "TAG", "b"));
    assertEquals(Optional.empty(), ConfigEdit.set("- a\n", "TAG", "b"));
    assertEquals(Optional.empty(), ConfigEdit.set("DATA: 3\n", "DATA.IMG_SIZE", 64));
    assertThrows(IllegalArgumentException.class, () -> ConfigEdit.set("", "TAGS", "b"));
    assertThrows(IllegalArgumentException.class, () -> ConfigEdit.set("", "SEED", "b"));
  }

  @Test
  void everyKeyCanBeSetInEveryShippedFile() throws Exception {
    for (Path file : Sample.yamlFilesBelow(Sample.CONFIGS)) {
      String text = Files.readString(file);
      long comments = text.lines().filter(line -> line.contains("#")).count();
      for (ConfigKey key : ConfigSchema.official().keys()) {
        String edited = ConfigEdit.set(text, key.path(), key.defaultValue()).orElseThrow();
        Object value = Sample.yaml(edited).draft().values().get(key.path());
        assertEquals(key.defaultValue(), value, file + " " + key.path());
        assertEquals(comments, edited.lines().filter(line -> line.contains("#")).count());
      }
    }
  }

  private static void assertEdit(String path, Object value, String expected) {
    assertEdit(TEXT, path, value, expected);
  }

  private static void assertEdit(String text, String path, Object value, String expected) {
    assertEquals(expected, ConfigEdit.set(text, path, value).orElseThrow());
    assertTrue(YamlText.parse(expected, "").fault().isEmpty());
  }
}
