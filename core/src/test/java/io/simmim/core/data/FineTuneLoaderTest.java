package io.simmim.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.image.FineTuneTransform;
import io.simmim.core.image.ImageDecoder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FineTuneLoaderTest {

  private static final ExperimentConfig CONFIG =
      ExperimentConfig.defaults().with("DATA.IMG_SIZE", 24);
  private static final String[] CLASSES = {"ant", "bee", "cat"};

  @TempDir Path root;

  private static FineTuneLoader loader(
      LabelledImages images, int batchSize, int workers, long cache) throws SimMimException {
    return loader(images, Mixup.of(CONFIG.aug(), 0.1, 3), batchSize, workers, cache);
  }

  private static FineTuneLoader loader(
      LabelledImages images, Optional<Mixup> mixup, int batchSize, int workers, long cache)
      throws SimMimException {
    return new FineTuneLoader(
        images,
        FineTuneTransform.of(CONFIG.aug(), CONFIG.data(), 3),
        mixup,
        batchSize,
        7,
        new ImageReading(new ImageDecoder(), workers, cache));
  }

  @Test
  void workersAndMemoryForImagesChangeNothing() throws Exception {
    LabelledImages images = new LabelledPictures(root).write(23, CLASSES).images();
    FineTuneLoader first = loader(images, 4, 0, 0);
    List<LabelledCopy> expected = new ArrayList<>(LabelledCopy.all(first.epoch(0, 0)));
    expected.addAll(LabelledCopy.all(first.epoch(1, 0)));
    assertEquals(10, expected.size());
    assertNotEquals(expected.get(0).pixels(), expected.get(5).pixels());
    for (int workers : new int[] {0, 1, 3}) {
      for (long cache : new long[] {0, 20_000, 1 << 20}) {
        FineTuneLoader loader = loader(images, 4, workers, cache);
        List<LabelledCopy> actual = new ArrayList<>(LabelledCopy.all(loader.epoch(0, 0)));
        actual.addAll(LabelledCopy.all(loader.epoch(1, 0)));
        assertEquals(expected, actual, workers + " workers, cache " + cache);
      }
    }
  }

  @Test
  void resumingWithinAnEpochGivesTheRestOfIt() throws Exception {
    LabelledImages images = new LabelledPictures(root).write(13, CLASSES).images();
    FineTuneLoader loader = loader(images, 2, 2, 0);
    List<LabelledCopy> whole = LabelledCopy.all(loader.epoch(3, 0));
    assertEquals(6, loader.stepsPerEpoch());
    assertEquals(whole.subList(4, 6), LabelledCopy.all(loader.epoch(3, 4)));
    assertEquals(4, whole.get(4).step());
  }

  @Test
  void everyImageComesOnceWithItsLabelAndSoftTargetsSumToOne() throws Exception {
    LabelledImages images = new LabelledPictures(root).write(12, CLASSES).images();
    List<LabelledCopy> batches = LabelledCopy.all(loader(images, 4, 2, 0).epoch(0, 0));
    List<Integer> seen = batches.stream().flatMap(batch -> batch.indices().stream()).toList();
    assertEquals(IntStream.range(0, 12).boxed().toList(), seen.stream().sorted().toList());
    for (LabelledCopy batch : batches) {
      assertEquals(batch.indices().stream().map(images::label).toList(), batch.labels());
      FloatBuffer targets = batch.targets().orElseThrow().asFloatBuffer();
      assertEquals(4 * 3, targets.remaining());
      for (int row = 0; row < 4; row++) {
        assertEquals(
            1, targets.get(3 * row) + targets.get(3 * row + 1) + targets.get(3 * row + 2), 1e-6);
      }
    }
  }

  @Test
  void unmixedBatchesHaveNoTargets() throws Exception {
    LabelledImages images = new LabelledPictures(root).write(5, CLASSES).images();
    FineTuneLoader loader = loader(images, Optional.empty(), 5, 0, 0);
    LabelledCopy batch = LabelledCopy.all(loader.epoch(0, 0)).get(0);
    assertEquals(Optional.empty(), batch.targets());
    assertEquals(5 * 3 * 24 * 24 * 4, batch.pixels().remaining());
  }

  @Test
  void aReadableImageReplacesABrokenOneWithItsOwnLabel() throws Exception {
    LabelledImages images =
        new LabelledPictures(root).write(12, CLASSES).damage("ant/03.png", "cat/08.png").images();
    for (int workers : new int[] {0, 3}) {
      FineTuneLoader loader = loader(images, 4, workers, 0);
      List<LabelledCopy> batches = LabelledCopy.all(loader.epoch(0, 0));
      assertEquals(3, batches.size());
      for (LabelledCopy batch : batches) {
        assertEquals(4, batch.indices().size());
        assertEquals(batch.indices().stream().map(images::label).toList(), batch.labels());
      }
      assertEquals(2, loader.skipped().count());
      List<Integer> broken =
          loader.skipped().snapshot().stream().map(SkippedImages.Skipped::index).toList();
      assertTrue(
          batches.stream().flatMap(batch -> batch.indices().stream()).noneMatch(broken::contains));
    }
  }

  @Test
  void fewerImagesThanABatchAreRefusedBeforeTheStart() throws Exception {
    LabelledImages images = new LabelledPictures(root).write(3, CLASSES).images();
    DataException fault = assertThrows(DataException.class, () -> loader(images, 4, 0, 0));
    assertTrue(fault.getMessage().contains("batch size of at most 3"), fault.getMessage());
  }
}
