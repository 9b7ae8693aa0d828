package io.simmim.core.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ConfigResult;
import io.simmim.core.config.ConfigSchema;
import io.simmim.core.config.ExperimentConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {

  private static final ExperimentConfig BASE =
      ExperimentConfig.defaults()
          .with("DATA.IMG_SIZE", 96)
          .with("MODEL.SWIN.WINDOW_SIZE", 6)
          .with("MODEL.SWIN.PATCH_SIZE", 4);

  private static SweepAxis axis(String path, String typed) {
    return AxisReading.of(ConfigSchema.official().find(path).orElseThrow(), typed)
        .axis()
        .orElseThrow();
  }

  private static List<SweepRun> runs(SweepAxis... axes) {
    return new Sweep(List.of(axes)).runs(BASE, "photos", ConfigResult::forPretraining);
  }

  @Test
  void everyCombinationIsOneRunAndTheLastKeyChangesFastest() {
    List<SweepRun> runs =
        runs(axis("DATA.MASK_RATIO", "0.4, 0.6"), axis("DATA.MASK_PATCH_SIZE", "16:32:x2"));
    assertEquals(
        List.of(
            "photos__MASK_RATIO-0.4__MASK_PATCH_SIZE-16",
            "photos__MASK_RATIO-0.4__MASK_PATCH_SIZE-32",
            "photos__MASK_RATIO-0.6__MASK_PATCH_SIZE-16",
            "photos__MASK_RATIO-0.6__MASK_PATCH_SIZE-32"),
        runs.stream().map(SweepRun::tag).toList());
    assertTrue(runs.stream().allMatch(run -> run.faults().isEmpty()), runs.toString());
    assertEquals(0.6, runs.get(3).config().data().maskRatio());
    assertEquals(32, runs.get(3).config().data().maskPatchSize());
    assertEquals(
        List.of("DATA.MASK_RATIO", "0.4", "DATA.MASK_PATCH_SIZE", "16"),
        runs.get(0).point().options());
  }

  @Test
  void impossibleCombinationsSayWhy() {
    List<SweepRun> runs = runs(axis("DATA.MASK_PATCH_SIZE", "16, 36"));
    assertEquals(List.of(), runs.get(0).faults());
    assertTrue(
        runs.get(1).faults().get(0).startsWith("mask squares of 36 pixels do not tile"),
        runs.get(1).faults().toString());
  }

  @Test
  void onlyTheRulesOfTheStageCount() {
    List<SweepRun> runs =
        new Sweep(List.of(axis("DATA.MASK_PATCH_SIZE", "36")))
            .runs(BASE, "photos", ConfigResult::forEvaluation);
    assertEquals(List.of(), runs.get(0).faults());
  }

  @Test
  void seedsAreAKeyLikeAnyOther() {
    assertEquals(
        List.of("photos__SEED-0", "photos__SEED-1", "photos__SEED-2"),
        runs(axis("SEED", "0:2:1")).stream().map(SweepRun::tag).toList());
  }

  @Test
  void keysOfOneNameKeepTheirSections() {
    List<SweepRun> runs =
        runs(axis("MODEL.SWIN.PATCH_SIZE", "4"), axis("MODEL.VIT.PATCH_SIZE", "16"));
    assertEquals("photos__SWIN_PATCH_SIZE-4__VIT_PATCH_SIZE-16", runs.get(0).tag());
  }

  @Test
  void tagsHaveOnlyLettersThatAFolderMayHave() {
    assertEquals(
        List.of("photos__DEPTHS-2-2-6-2", "photos__DEPTHS-2-2-18-2"),
        runs(axis("MODEL.SWIN.DEPTHS", "[2, 2, 6, 2], [2,2,18,2]")).stream()
            .map(SweepRun::tag)
            .toList());
    List<SweepRun> levels = runs(axis("AMP_OPT_LEVEL", "'', O1"));
    assertEquals("photos__AMP_OPT_LEVEL-none", levels.get(0).tag());
    assertEquals(
        List.of("photos__NAME-a-b", "photos__NAME-a-b-2"),
        runs(axis("MODEL.NAME", "a/b, a:b")).stream().map(SweepRun::tag).toList());
  }

  @Test
  void aKeyCannotBeSweptTwice() {
    SweepAxis seeds = axis("SEED", "1, 2");
    assertThrows(IllegalArgumentException.class, () -> new Sweep(List.of(seeds, seeds)));
    assertThrows(IllegalArgumentException.class, () -> new Sweep(List.of()));
  }

  @Test
  void theSizeIsKnownBeforeAnythingIsMade() {
    assertEquals(
        40_000,
        new Sweep(List.of(axis("SEED", "1:200:1"), axis("TRAIN.EPOCHS", "1:200:1"))).size());
  }
}
