package io.simmim.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.image.FineTuneTransform;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.Normalization;
import io.simmim.core.image.TransformStage;
import io.simmim.core.mask.MaskGenerator;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SightTest {

  private static final String[] CLASSES = {"ant", "bee", "cat"};
  private static final ExperimentConfig CONFIG =
      ExperimentConfig.defaults()
          .with("DATA.IMG_SIZE", 32)
          .with("DATA.MASK_PATCH_SIZE", 8)
          .with("MODEL.SWIN.PATCH_SIZE", 4)
          .with("DATA.BATCH_SIZE", 5)
          .with("SEED", 11L);
  private static final ImageReading READING = new ImageReading(new ImageDecoder(), 0, 0);

  @TempDir Path root;

  private static List<String> titles(SeenPicture seen) {
    return seen.stages().stream().map(TransformStage::title).toList();
  }

  private static FloatBuffer row(FloatBuffer batch, int row, int values) {
    return batch.slice(row * values, values);
  }

  private static FloatBuffer normalised(Batch batch, int row) {
    int values = 3 * 32 * 32;
    ByteBuffer levels = batch.pixels().slice(row * values, values);
    FloatBuffer pixels = FloatBuffer.allocate(values);
    for (int i = 0; i < values; i++) {
      int channel = i / (32 * 32);
      Normalization by = Normalization.IMAGENET;
      float level = (levels.get(i) & 0xff) / 255f;
      pixels.put((level - by.mean().get(channel)) / by.std().get(channel));
    }
    return pixels.flip();
  }

  @Test
  void pretrainingSeesWhatItsLoaderMakes() throws Exception {
    new LabelledPictures(root).write(13, CLASSES);
    ImageFolder images = ImageFolder.scan(root);
    PretrainingSight sight = PretrainingSight.of(CONFIG, root);
    BatchLoader loader =
        new BatchLoader(images, 32, 3, MaskGenerator.of(CONFIG), 5, CONFIG.seed(), READING);
    for (int epoch = 0; epoch < 2; epoch++) {
      try (EpochBatches<Batch> batches = loader.epoch(epoch, 0)) {
        while (batches.hasNext()) {
          Batch batch = batches.next();
          for (int row = 0; row < batch.size(); row++) {
            SeenPicture seen = sight.look(images.file(batch.indices()[row]), epoch);
            assertEquals(normalised(batch, row), seen.pixels());
            FloatBuffer mask = FloatBuffer.allocate(64);
            seen.mask().orElseThrow().writeTo(mask);
            assertEquals(row(batch.masks(), row, 64), mask.flip());
          }
        }
      }
    }
  }

  @Test
  void everyStageOfPretrainingSaysWhatItDid() throws Exception {
    new LabelledPictures(root).write(6, CLASSES);
    SeenPicture seen = PretrainingSight.of(CONFIG, root).look(ImageFolder.scan(root).file(2), 0);
    assertEquals(
        List.of("Decode", "Random crop", "Resize", "Flip", "Normalise", "Mask"), titles(seen));
    assertTrue(seen.stages().get(0).caption().startsWith("PNG, "), seen.stages().get(0).caption());
    assertEquals("32 × 32 px, bilinear", seen.stages().get(2).caption());
    assertEquals("10 of 16 patches of 8 px hidden, 62.5 %", seen.stages().get(5).caption());
    assertEquals(seen.stages().get(0).image().width(), seen.stages().get(1).image().width());
    assertEquals(Optional.empty(), seen.note());
  }

  @ParameterizedTest
  @ValueSource(strings = {"batch", "pair", "elem"})
  void fineTuningSeesWhatItsLoaderMakesThoughFilesAreDamaged(String mode) throws Exception {
    new LabelledPictures(root.resolve("train")).write(17, CLASSES).damage("bee/04.png");
    new LabelledPictures(root.resolve("val")).write(3, CLASSES);
    ExperimentConfig config = CONFIG.with("AUG.MIXUP_MODE", mode).with("AUG.REPROB", 0.6);
    LabelledImages train = LabelledSplit.of(root.toString()).train();
    FineTuneLoader loader =
        new FineTuneLoader(
            train,
            FineTuneTransform.of(config.aug(), config.data(), 3),
            Mixup.of(config.aug(), config.model().labelSmoothing(), 3),
            5,
            config.seed(),
            READING);
    FineTuningSight sight = FineTuningSight.of(config, root);
    Set<String> seenTitles = new TreeSet<>();
    int compared = 0;
    for (int epoch = 0; epoch < 4; epoch++) {
      int[] order = SampleRandom.order(config.seed(), epoch, train.size());
      for (LabelledCopy batch : LabelledCopy.all(loader.epoch(epoch, 0))) {
        FloatBuffer pixels = batch.pixels().order(ByteOrder.nativeOrder()).asFloatBuffer();
        for (int row = 0; row < 5; row++) {
          int index = batch.indices().get(row);
          // The picture that took the place of a damaged one also has a place of its own.
          if (order[batch.step() * 5 + row] == index) {
            SeenPicture seen = sight.look(train.folder().file(index), epoch);
            assertEquals(row(pixels, row, 3 * 32 * 32), seen.pixels(), "row " + row);
            seenTitles.addAll(titles(seen));
            compared++;
          }
        }
      }
    }
    assertTrue(compared >= 56, compared + " compared");
    assertEquals(
        Set.of(
            "Decode",
            "Random crop",
            "Resize",
            "Flip",
            "RandAugment",
            "Normalise",
            "Random erasing",
            "Cutmix",
            "Mixup"),
        seenTitles);
  }

  @Test
  void picturesKeptToValidateAreSeenAlikeInEveryEpoch() throws Exception {
    new LabelledPictures(root.resolve("train")).write(9, CLASSES);
    new LabelledPictures(root.resolve("val")).write(3, CLASSES);
    FineTuningSight sight = FineTuningSight.of(CONFIG, root);
    Path kept = root.resolve("val/ant/00.png");
    assertEquals(sight.look(kept, 0).pixels(), sight.look(kept, 1).pixels());
    assertEquals(List.of("Decode", "Resize and cut", "Normalise"), titles(sight.look(kept, 0)));
    assertTrue(sight.look(kept, 0).note().orElseThrow().contains("never trains"));
    Path trained = root.resolve("train/ant/00.png");
    assertNotEquals(sight.look(trained, 0).pixels(), sight.look(trained, 1).pixels());
  }

  @Test
  void withoutClassesOrAFullBatchThePictureSaysWhy() throws Exception {
    new LabelledPictures(root.resolve("a")).write(4, CLASSES);
    FineTuningSight few = FineTuningSight.of(CONFIG, root.resolve("a"));
    Path file = LabelledSplit.of(root.resolve("a").toString()).train().folder().file(0);
    assertTrue(few.look(file, 0).note().orElseThrow().contains("do not fill one batch of 5"));
    java.nio.file.Files.copy(file, root.resolve("a/loose.png"));
    SeenPicture loose =
        FineTuningSight.of(CONFIG, root.resolve("a")).look(root.resolve("a/loose.png"), 0);
    assertTrue(loose.note().orElseThrow().contains("classes are not known"));
  }

  @Test
  void thePicturesThatAnEpochDropsAreTold() throws Exception {
    new LabelledPictures(root.resolve("train")).write(7, CLASSES);
    new LabelledPictures(root.resolve("val")).write(3, CLASSES);
    FineTuningSight sight = FineTuningSight.of(CONFIG, root);
    List<Path> files = ImageFolder.scan(root.resolve("train")).files();
    List<String> notes =
        files.stream()
            .map(file -> assertLooks(sight, file).note())
            .flatMap(Optional::stream)
            .collect(Collectors.toList());
    assertEquals(2, notes.size());
    assertTrue(notes.get(0).contains("dropped"), notes.get(0));
  }

  private static SeenPicture assertLooks(Sight sight, Path file) {
    return org.junit.jupiter.api.Assertions.assertDoesNotThrow(() -> sight.look(file, 0));
  }
}
