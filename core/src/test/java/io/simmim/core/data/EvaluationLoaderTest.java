package io.simmim.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.DataException;
import io.simmim.core.image.EvalTransform;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.Interpolation;
import io.simmim.core.image.Normalization;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationLoaderTest {

  private static final EvalTransform TRANSFORM =
      new EvalTransform(18, true, Interpolation.BICUBIC, Normalization.IMAGENET);
  private static final int VALUES = 3 * 18 * 18;

  @TempDir Path root;

  private static EvaluationLoader loader(LabelledImages images, int batchSize, int workers) {
    return new EvaluationLoader(
        images, TRANSFORM, batchSize, new ImageReading(new ImageDecoder(), workers, 30_000));
  }

  private static List<Integer> indices(List<LabelledCopy> batches) {
    return batches.stream().flatMap(batch -> batch.indices().stream()).toList();
  }

  @Test
  void everyImageComesOnceInOrderAndTheLastBatchIsSmaller() throws Exception {
    LabelledImages images = new LabelledPictures(root).write(11, "a", "b").images();
    for (int workers : new int[] {0, 1, 3}) {
      EvaluationLoader loader = loader(images, 4, workers);
      assertEquals(3, loader.steps());
      for (int pass = 0; pass < 2; pass++) {
        List<LabelledCopy> batches = LabelledCopy.all(loader.batches());
        assertEquals(IntStream.range(0, 11).boxed().toList(), indices(batches));
        assertEquals(List.of(4, 4, 3), sizes(batches));
        assertEquals(3 * VALUES * Float.BYTES, batches.get(2).pixels().remaining());
        assertEquals(List.of(0, 0, 0, 0), batches.get(0).labels());
        assertEquals(List.of(1, 1, 1), batches.get(2).labels());
      }
    }
  }

  private static List<Integer> sizes(List<LabelledCopy> batches) {
    return batches.stream().map(batch -> batch.labels().size()).toList();
  }

  @Test
  void brokenImagesAreLeftOutAndTheOthersKeepTheirPixels() throws Exception {
    LabelledPictures pictures = new LabelledPictures(root).write(12, "a");
    List<LabelledCopy> whole = LabelledCopy.all(loader(pictures.images(), 12, 0).batches());
    FloatBuffer all = whole.get(0).pixels().asFloatBuffer();
    LabelledImages images =
        pictures
            .damage("a/00.png", "a/02.png", "a/04.png", "a/05.png", "a/06.png", "a/07.png")
            .images();
    for (int workers : new int[] {0, 1, 3}) {
      EvaluationLoader loader = loader(images, 4, workers);
      List<LabelledCopy> batches = LabelledCopy.all(loader.batches());
      assertEquals(List.of(1, 3, 8, 9, 10, 11), indices(batches));
      assertEquals(List.of(2, 4), sizes(batches));
      assertEquals(6, loader.skipped().count());
      for (LabelledCopy batch : batches) {
        FloatBuffer pixels = batch.pixels().asFloatBuffer();
        for (int row = 0; row < batch.indices().size(); row++) {
          float[] expected = new float[VALUES];
          float[] actual = new float[VALUES];
          all.get(batch.indices().get(row) * VALUES, expected);
          pixels.get(row * VALUES, actual);
          assertArrayEquals(expected, actual);
        }
      }
    }
  }

  @Test
  void brokenImagesAtTheEndEndThePass() throws Exception {
    LabelledImages images =
        new LabelledPictures(root).write(6, "a").damage("a/04.png", "a/05.png").images();
    for (int workers : new int[] {0, 2}) {
      assertEquals(List.of(2, 2), sizes(LabelledCopy.all(loader(images, 2, workers).batches())));
    }
  }

  @Test
  void aSetWithoutOneReadableImageIsAFault() throws Exception {
    LabelledImages images =
        new LabelledPictures(root)
            .write(3, "a")
            .damage("a/00.png", "a/01.png", "a/02.png")
            .images();
    for (int workers : new int[] {0, 2}) {
      try (EpochBatches<LabelledBatch> batches = loader(images, 2, workers).batches()) {
        DataException fault = assertThrows(DataException.class, batches::hasNext);
        assertTrue(fault.getMessage().contains("None of the 3 images"), fault.getMessage());
      }
    }
  }

  @Test
  void aBatchLargerThanTheSetTakesNoMoreMemoryThanTheSet() throws Exception {
    LabelledImages images = new LabelledPictures(root).write(2, "a").images(List.of("0", "a"));
    List<LabelledCopy> batches = LabelledCopy.all(loader(images, 1 << 20, 0).batches());
    assertEquals(List.of(2), sizes(batches));
    assertEquals(List.of(1, 1), batches.get(0).labels());
  }
}
