package io.simmim.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.tensor.Autograd;
import io.simmim.core.tensor.GradMode;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.testing.TinyModel;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Images of five channels, which the official decoder, written for three, does not have. */
class ChannelsTest {

  private static final int CHANNELS = 5;
  private static final int SIDE = TinyModel.SIDE;
  private static final int BATCH = 2;

  private TorchEngine engine;
  private Scope scope;

  @BeforeEach
  void start() throws Exception {
    engine = TorchEngine.start("cpu");
    engine.enterThread(true);
    scope = Scope.open();
  }

  @AfterEach
  void close() {
    scope.close();
    engine.close();
  }

  private static ExperimentConfig config(TinyModel model) throws SimMimException {
    return new ConfigLoader()
        .parse(model.pretraining(), Path.of("."), "tiny", Overrides.none())
        .orThrow()
        .with("MODEL." + model + ".IN_CHANS", CHANNELS);
  }

  private NDArray images() {
    float[] x = new float[BATCH * CHANNELS * SIDE * SIDE];
    SplittableRandom rng = new SplittableRandom(1);
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) (2 * rng.nextDouble() - 1);
    }
    return engine.manager().create(x, new Shape(BATCH, CHANNELS, SIDE, SIDE));
  }

  // Of each image another row of patches is hidden, and one patch more of the second.
  private NDArray mask(int grid) {
    float[] hidden = new float[BATCH * grid * grid];
    for (int i = 0; i < grid; i++) {
      hidden[grid + i] = 1;
      hidden[grid * grid + 2 * grid + i] = 1;
    }
    hidden[hidden.length - 1] = 1;
    return engine.manager().create(hidden, new Shape(BATCH, grid, grid));
  }

  @ParameterizedTest
  @EnumSource(TinyModel.class)
  void theDecoderPaintsEveryChannelAndTheLossIsTheirMean(TinyModel kind) throws Exception {
    try (SimMim model = Models.simMim(engine, config(kind), 3)) {
      int stride = model.encoder().decoderStride();
      Shape decoder = model.parameters().parameters().get("decoder.0.weight").getShape();
      long features = model.encoder().numFeatures();
      assertEquals(new Shape((long) CHANNELS * stride * stride, features, 1, 1), decoder);

      NDArray x = images();
      NDArray mask = mask(SIDE / model.encoder().patchSize());
      SimMim.Output output = model.forward(x, mask, Pass.TRAINING);
      assertEquals(x.getShape(), output.reconstruction().getShape());
      double loss = loss(Ops.floats(x), Ops.floats(output.reconstruction()), Ops.floats(mask));
      assertEquals(loss, Ops.scalar(output.loss()), 1e-5);

      Autograd.backward(output.loss());
      NDArray gradient = Autograd.gradient(model.parameters().parameters().get("decoder.0.bias"));
      NDArray perChannel = gradient.reshape(CHANNELS, -1).abs().sum(new int[] {1});
      for (float sum : Ops.floats(perChannel)) {
        assertEquals(true, sum > 0, "every channel learns");
      }
    }
  }

  // (|x - x_rec| * mask).sum() / (mask.sum() + 1e-5) / C, mask with one channel
  private static double loss(float[] x, float[] painted, float[] mask) {
    int grid = (int) Math.round(Math.sqrt(mask.length / (double) BATCH));
    int patch = SIDE / grid;
    double sum = 0;
    double count = 0;
    for (int b = 0; b < BATCH; b++) {
      for (int row = 0; row < SIDE; row++) {
        for (int column = 0; column < SIDE; column++) {
          double hidden = mask[(b * grid + row / patch) * grid + column / patch];
          count += hidden;
          for (int c = 0; c < CHANNELS; c++) {
            int at = ((b * CHANNELS + c) * SIDE + row) * SIDE + column;
            sum += hidden * Math.abs(x[at] - painted[at]);
          }
        }
      }
    }
    return sum / (count + 1e-5) / CHANNELS;
  }

  /** Decoder channel c * stride^2 + i * stride + j is channel c of the pixel in row i, column j. */
  @ParameterizedTest
  @EnumSource(TinyModel.class)
  void theDecodersChannelsAreShuffledIntoPixels(TinyModel kind) throws Exception {
    try (SimMim model = Models.simMim(engine, config(kind), 3)) {
      int stride = model.encoder().decoderStride();
      NDArray weight = model.parameters().parameters().get("decoder.0.weight");
      NDArray bias = model.parameters().parameters().get("decoder.0.bias");
      try (GradMode off = GradMode.off()) {
        weight.muli(0);
        bias.muli(0).addi(engine.manager().arange((float) bias.size()));
        NDArray mask = mask(SIDE / model.encoder().patchSize());
        NDArray painted = model.forward(images(), mask, Pass.INFERENCE).reconstruction();
        float[] expected = new float[BATCH * CHANNELS * SIDE * SIDE];
        for (int at = 0; at < expected.length; at++) {
          int column = at % SIDE;
          int row = at / SIDE % SIDE;
          int channel = at / (SIDE * SIDE) % CHANNELS;
          expected[at] = (channel * stride + row % stride) * stride + column % stride;
        }
        assertArrayEquals(expected, Ops.floats(painted));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TinyModel.class)
  void aClassifierTakesThemToo(TinyModel kind) throws Exception {
    ExperimentConfig config =
        new ConfigLoader()
            .parse(kind.fineTuning(), Path.of("."), "tiny", Overrides.none())
            .orThrow()
            .with("MODEL." + kind + ".IN_CHANS", CHANNELS);
    try (Classifier model = Models.classifier(engine, config.with("MODEL.NUM_CLASSES", 7), 3)) {
      assertEquals(new Shape(BATCH, 7), model.forward(images(), Pass.INFERENCE).getShape());
    }
  }
}
