package io.simmim.core.reconstruct;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.djl.ndarray.NDArray;
import io.simmim.core.image.Normalization;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.model.SimMim;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.Pictures;
import io.simmim.core.testing.PretrainingCase;
import io.simmim.core.testing.Tensors;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconstructorGoldenTest {

  private static final String CASE = "A_pretrain_swin";
  private static final int SIZE = 96;

  private PretrainingCase golden;
  private Reconstructor reconstructor;

  @BeforeEach
  void open() throws Exception {
    golden = new PretrainingCase(CASE, CASE + "/ckpt_epoch_0.pth");
    reconstructor = new Reconstructor(golden.engine(), golden.model());
  }

  @AfterEach
  void close() {
    golden.close();
  }

  @Test
  void fillsInWhatTheOfficialModelFillsIn() throws Exception {
    Map<String, NDArray> io = golden.arrays(CASE + "/io.npz");
    SimMim.Output output = reconstructor.forward(io.get("x"), Tensors.float32(io.get("mask")));
    assertEquals(0, Tensors.maxDifference(output.reconstruction(), io.get("x_rec")), 1e-4);
    double loss = Golden.json(CASE + "/case.json").get("loss").getAsDouble();
    assertEquals(loss, output.loss().getFloat(), 1e-5);
    assertFalse(output.loss().hasGradient());
  }

  @Test
  void theLossesOfTheImagesMakeUpTheLossOfTheBatch() throws Exception {
    Map<String, NDArray> io = golden.arrays(CASE + "/io.npz");
    long[] values = io.get("mask").toLongArray();
    int tokens = values.length / 2;
    List<PatchMask> masks =
        List.of(
            PatchMask.of(24, 24, Arrays.copyOfRange(values, 0, tokens)),
            PatchMask.of(24, 24, Arrays.copyOfRange(values, tokens, 2 * tokens)));
    List<Reconstruction> each = Reconstructor.split(io.get("x"), masks, io.get("x_rec"));
    // Both hide the same number of patches.
    double loss = Golden.json(CASE + "/case.json").get("loss").getAsDouble();
    assertEquals(loss, (each.get(0).loss() + each.get(1).loss()) / 2, 1e-5);
  }

  @Test
  void picturesGoThroughTheNetworksInputAndKeepTheirPlace() throws Exception {
    List<RgbImage> images = List.of(Pictures.gradient(SIZE, SIZE), Pictures.noise(SIZE, SIZE, 1));
    MaskGenerator generator = new MaskGenerator(SIZE, 32, 4, 0.6);
    List<PatchMask> masks =
        List.of(
            generator.generate(new SplittableRandom(1)),
            generator.generate(new SplittableRandom(2)));
    List<Reconstruction> both = reconstructor.reconstruct(images, masks);
    for (int i = 0; i < 2; i++) {
      Reconstruction alone =
          reconstructor.reconstruct(List.of(images.get(i)), List.of(masks.get(i))).get(0);
      assertEquals(images.get(i), both.get(i).original());
      FloatBuffer input = FloatBuffer.allocate(3 * SIZE * SIZE);
      Normalization.IMAGENET.write(images.get(i), input);
      assertArrayEquals(input.array(), both.get(i).image());
      assertArrayEquals(alone.reconstruction(), both.get(i).reconstruction(), 1e-5f);
      assertEquals(alone.loss(), both.get(i).loss(), 1e-6);
      assertEquals(masks.get(i), both.get(i).mask());
    }
  }
}
