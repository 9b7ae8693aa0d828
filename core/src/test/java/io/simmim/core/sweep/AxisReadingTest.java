package io.simmim.core.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ConfigKey;
import io.simmim.core.config.ConfigSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

class AxisReadingTest {

  private static ConfigKey key(String path) {
    return ConfigSchema.official().find(path).orElseThrow();
  }

  private static List<String> values(String path, String typed) {
    AxisReading reading = AxisReading.of(key(path), typed);
    assertEquals("", reading.problem());
    return reading.axis().orElseThrow().values();
  }

  private static String problem(String path, String typed) {
    return AxisReading.of(key(path), typed).problem();
  }

  @Test
  void valuesStayAsTheyWereTyped() {
    assertEquals(List.of("0.4", ".6", "0.80"), values("DATA.MASK_RATIO", "0.4, .6,0.80"));
    assertEquals(List.of("1e-4", "0.001"), values("TRAIN.BASE_LR", "1e-4, 0.001"));
  }

  @Test
  void stepsAreDecimal() {
    assertEquals(
        List.of("0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9"),
        values("DATA.MASK_RATIO", "0.1:0.9:0.1"));
    assertEquals(List.of("0.9", "0.6", "0.3"), values("DATA.MASK_RATIO", "0.9 : 0.2 : -0.3"));
  }

  @Test
  void factorsStayWholeAndShort() {
    assertEquals(List.of("16", "32", "64"), values("DATA.MASK_PATCH_SIZE", "16:64:x2"));
    assertEquals(List.of("100", "1000"), values("TRAIN.EPOCHS", "100:1000:x10"));
    assertEquals(List.of("1e-8", "0.000001", "0.0001"), values("TRAIN.BASE_LR", "1e-8:1e-4:x100"));
  }

  @Test
  void aRangeMayStandBesideValuesAndNothingCountsTwice() {
    assertEquals(List.of("0", "1", "2", "7"), values("SEED", "0:2:1, 7, 2"));
    assertEquals(List.of("0.5"), values("DATA.MASK_RATIO", "0.5, 0.50, 5e-1"));
  }

  @Test
  void listsAreInBracketsAndTextsMayBeEmpty() {
    assertEquals(
        List.of("[2, 2, 6, 2]", "[2,2,18,2]"),
        values("MODEL.SWIN.DEPTHS", "[2, 2, 6, 2], [2,2,18,2]"));
    assertEquals(List.of("", "O1"), values("AMP_OPT_LEVEL", "'', O1"));
  }

  @Test
  void whatTheKeyDoesNotAllowIsSaidInItsWords() {
    assertEquals(
        "1.5 is out of range; allowed: " + key("DATA.MASK_RATIO").allowed() + ".",
        problem("DATA.MASK_RATIO", "0.5, 1.5"));
    assertTrue(problem("DATA.MASK_PATCH_SIZE", "16, big").contains("is not a whole number"));
    assertEquals("A value is missing beside a comma.", problem("SEED", "1,,2"));
    assertEquals("Type the values of SEED.", problem("SEED", " "));
  }

  @Test
  void aRangeThatCannotBeIsRefused() {
    assertTrue(problem("DATA.MASK_RATIO", "0.2:0.8").contains("a range is FROM:TO:STEP"));
    assertTrue(problem("SEED", "5:1:1").contains("never gets from 5 to 1"));
    assertTrue(problem("SEED", "0:5:0").contains("never gets from 0 to 5"));
    assertTrue(problem("SEED", "0:5:x2").contains("above 0"));
    assertTrue(problem("SEED", "0:1000000000:1").contains("more than 200 values"));
    assertTrue(problem("SEED", "8:64:x1").contains("never gets"));
  }

  @Test
  void aRangeOfOneValueIsThatValue() {
    assertEquals(List.of("3"), values("SEED", "3:3:1"));
  }
}
