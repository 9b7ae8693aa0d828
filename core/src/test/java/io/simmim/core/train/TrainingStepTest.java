package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Precision;
import io.simmim.core.model.Models;
import io.simmim.core.model.Pass;
import io.simmim.core.model.SimMim;
import io.simmim.core.model.StateDict;
import io.simmim.core.optim.Accumulation;
import io.simmim.core.optim.AdamW;
import io.simmim.core.optim.LinearScaledLr;
import io.simmim.core.optim.LrSchedule;
import io.simmim.core.optim.ParameterGroups;
import io.simmim.core.tensor.AutocastMode;
import io.simmim.core.tensor.GradMode;
import io.simmim.core.tensor.LossScaler;
import io.simmim.core.testing.PretrainingCase;
import io.simmim.core.testing.Tensors;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A loss that is not a number never reaches the weights. */
class TrainingStepTest {

  private static final String CASE = "A_pretrain_swin_ape";
  private static final String POISONED = "encoder.norm.weight";

  private PretrainingCase golden;
  private AdamW optimizer;
  private NDArray x;
  private NDArray mask;

  @BeforeEach
  void open() throws Exception {
    golden = new PretrainingCase(CASE, CASE + "/ckpt_epoch_0.pth");
    var train = golden.config().train();
    optimizer =
        new AdamW(
            golden.engine(),
            golden.model().parameters(),
            ParameterGroups.pretraining(golden.model(), train.weightDecay()),
            train.optimizer());
    Map<String, NDArray> io = golden.arrays(CASE + "/io.npz");
    x = io.get("x");
    mask = Tensors.float32(io.get("mask"));
  }

  @AfterEach
  void close() {
    optimizer.close();
    golden.close();
  }

  private TrainingStep step(int accumulation) throws Exception {
    var config = golden.config();
    return new TrainingStep(
        golden.engine(),
        golden.model(),
        optimizer,
        LrSchedule.of(config.train(), LinearScaledLr.of(config, 1), 8),
        Accumulation.of(accumulation, 8),
        AutocastMode.of(Precision.FP32, golden.engine()),
        LossScaler.of(Precision.FP32, golden.engine()),
        new TrainingStep.Settings(config.train().clipGrad(), 0, false));
  }

  private Example example(NDArray images) {
    return Example.masked(golden.model(), images, mask);
  }

  private Map<String, ByteBuffer> everything() {
    Map<String, ByteBuffer> bytes = new TreeMap<>();
    StateDict.capture(golden.model().parameters())
        .forEach((name, value) -> bytes.put(name, ((TensorData) value).view()));
    var rates = List.of(0.0, 0.0);
    var state = optimizer.capture(rates, rates);
    ((Map<?, ?>) state.get("state"))
        .forEach(
            (index, entry) ->
                ((Map<?, ?>) entry)
                    .forEach(
                        (key, value) -> bytes.put(index + "." + key, ((TensorData) value).view())));
    return bytes;
  }

  private NDArray poisonedInput() {
    return x.div(x.zerosLike());
  }

  @Test
  void aStepThatIsNotFiniteLeavesWeightsAndMomentsAlone() throws Exception {
    TrainingStep step = step(1);
    assertTrue(step.run(example(x), 0, 0).finite());
    Map<String, ByteBuffer> before = everything();

    TrainingStep.Result bad = step.run(example(poisonedInput()), 0, 1);
    assertFalse(bad.finite());
    assertFalse(Double.isFinite(bad.loss()));
    assertEquals(before, everything());

    TrainingStep.Result next = step.run(example(x), 0, 2);
    assertTrue(next.finite() && Double.isFinite(next.gradNorm()));
    assertNotEquals(before, everything());
  }

  @Test
  void weightsThatAreNotFiniteAlreadyAreNoticedAtOnce() throws Exception {
    NDArray weight = golden.model().parameters().parameters().get(POISONED);
    try (GradMode off = GradMode.off()) {
      weight.divi(weight.zerosLike());
    }
    Map<String, ByteBuffer> before = everything();
    assertFalse(step(1).run(example(x), 0, 0).finite());
    assertEquals(before, everything());
  }

  @Test
  void aBadBatchInASumDoesNotSpoilTheRestOfIt() throws Exception {
    TrainingStep step = step(2);
    assertTrue(step.run(example(x), 0, 0).finite());
    assertTrue(step.run(example(x), 0, 1).finite());
    assertFalse(step.run(example(poisonedInput()), 0, 2).finite());
    TrainingStep.Result after = step.run(example(x), 0, 3);
    assertTrue(after.finite());
    assertTrue(everything().values().stream().allMatch(TrainingStepTest::isFinite));
  }

  private static boolean isFinite(ByteBuffer bytes) {
    if (bytes.remaining() % Float.BYTES != 0) {
      return true;
    }
    for (int i = 0; i < bytes.remaining(); i += Float.BYTES) {
      // Read as float, the small indices of the integer buffers are tiny numbers.
      if (!Float.isFinite(bytes.getFloat(i))) {
        return false;
      }
    }
    return true;
  }

  @Test
  void theLossIsTheTrueOneAlsoWithAccumulation() throws Exception {
    double alone = Tensors.maxAbs(golden.model().forward(x, mask, Pass.INFERENCE).loss());
    assertEquals(alone, step(4).run(example(x), 0, 0).loss(), 1e-6);
  }

  @Test
  void whatIsDroppedDependsOnTheWholePositionInTheRunAndOnNothingElse() throws Exception {
    ExperimentConfig dropping = golden.config().with("MODEL.DROP_RATE", 0.3);
    try (SimMim model = Models.simMim(golden.engine(), dropping, 0);
        TrainState state =
            new TrainState(
                golden.engine(),
                dropping.with("TRAIN.ACCUMULATION_STEPS", 8),
                model,
                ParameterGroups.pretraining(model, 0),
                8)) {
      TrainingStep step = state.step();
      Example example = Example.masked(model, x, mask);
      double loss = step.run(example, 0, 1).loss();
      assertEquals(loss, step.run(example, 0, 1).loss());
      assertNotEquals(loss, step.run(example, 0, 2).loss(), "another batch");
      assertNotEquals(loss, step.run(example, 1, 1).loss(), "another epoch");
    }
  }
}
