package io.simmim.workbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import org.junit.jupiter.api.Test;

class PlanTest {

  private final ExperimentConfig config =
      ExperimentConfig.defaults()
          .with("DATA.IMG_SIZE", 192)
          .with("DATA.MASK_PATCH_SIZE", 32)
          .with("DATA.MASK_RATIO", 0.6)
          .with("DATA.BATCH_SIZE", 64)
          .with("TRAIN.EPOCHS", 10)
          .with("TRAIN.WARMUP_EPOCHS", 2)
          .with("TRAIN.BASE_LR", 1e-3);

  @Test
  void hiddenTokensComeInWholeMaskSquares() {
    PretrainPlan plan = PretrainPlan.of(config, 1000);
    assertEquals(48 * 48, plan.tokens());
    // 36 squares, ceil(21.6) = 22 of them, 8 x 8 tokens each.
    assertEquals(22 * 64, plan.hiddenTokens());
    assertEquals(22.0 / 36, plan.realRatio());
  }

  @Test
  void stepsLeaveOutTheIncompleteBatchAndAddUpAccumulatedOnes() {
    assertEquals(15, TrainingSteps.of(config, 1000).perEpoch());
    assertEquals(150, TrainingSteps.of(config, 1000).total());
    TrainingSteps accumulated = TrainingSteps.of(config.with("TRAIN.ACCUMULATION_STEPS", 4), 1000);
    assertEquals(3, accumulated.perEpoch());
    assertEquals(256, accumulated.effectiveBatch());
    assertEquals(0, TrainingSteps.of(config, 63).perEpoch());
  }

  @Test
  void theLearningRateIsScaledToTheEffectiveBatch() {
    assertEquals(1e-3 * 64 / 512, TrainingSteps.of(config, 1000).lr().base(), 1e-15);
  }

  @Test
  void theCurveClimbsThenFallsOverAllEpochs() {
    TrainingSteps plan = TrainingSteps.of(config, 1000);
    assertEquals(0, plan.schedule().firstX());
    assertEquals(10, plan.schedule().lastX(), 0.1);
    int peak = plan.schedule().nearest(2);
    assertTrue(plan.schedule().y(peak) > plan.schedule().y(peak / 2));
    assertTrue(plan.schedule().y(peak) > 10 * plan.schedule().lastY());
  }
}
