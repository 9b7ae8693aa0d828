package io.simmim.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.DataException;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.ImageEncoder;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.testing.Pictures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchLoaderTest {

  private static final int SIZE = 24;
  private static final MaskGenerator MASKS = new MaskGenerator(SIZE, 8, 4, 0.5);

  private static final ImageReading HERE = new ImageReading(new ImageDecoder(), 0, 0);

  @TempDir Path root;

  private ImageFolder images(int count) throws DataException {
    for (int i = 0; i < count; i++) {
      RgbImage image = Pictures.noise(30 + i, 20 + i, i);
      ImageEncoder.png().write(image, root.resolve("%02d.png".formatted(i)));
    }
    return ImageFolder.scan(root);
  }

  private static BatchLoader loader(ImageFolder images, int batchSize, int workers, long cache)
      throws DataException {
    return new BatchLoader(
        images, SIZE, 3, MASKS, batchSize, 7, new ImageReading(new ImageDecoder(), workers, cache));
  }

  /** What a batch holds, copied because its memory is reused. */
  private record Copy(ByteBuffer pixels, ByteBuffer masks, List<Integer> indices) {
    static Copy of(Batch batch) {
      return new Copy(
          copy(batch.pixels()),
          copy(batch.maskBytes()),
          Arrays.stream(batch.indices()).boxed().toList());
    }

    private static ByteBuffer copy(ByteBuffer buffer) {
      return ByteBuffer.allocate(buffer.remaining()).put(buffer).flip();
    }
  }

  private static List<Copy> batches(BatchLoader loader, int epoch, int firstStep)
      throws DataException, InterruptedException {
    List<Copy> copies = new ArrayList<>();
    try (EpochBatches<Batch> batches = loader.epoch(epoch, firstStep)) {
      while (batches.hasNext()) {
        copies.add(Copy.of(batches.next()));
      }
    }
    return copies;
  }

  @Test
  void workersAndMemoryForImagesChangeNothing() throws Exception {
    ImageFolder images = images(23);
    List<Copy> expected = new ArrayList<>(batches(loader(images, 2, 0, 0), 0, 0));
    expected.addAll(batches(loader(images, 2, 0, 0), 1, 0));
    assertEquals(22, expected.size());
    for (int workers : new int[] {0, 1, 2, 4}) {
      for (long cache : new long[] {0, 20_000, 1 << 20}) {
        BatchLoader loader = loader(images, 2, workers, cache);
        List<Copy> actual = new ArrayList<>(batches(loader, 0, 0));
        actual.addAll(batches(loader, 1, 0));
        assertEquals(expected, actual, workers + " workers, cache " + cache);
      }
    }
  }

  @Test
  void aLaterRunTakesItsImagesFromTheFileOfDecodedOnes() throws Exception {
    ImageFolder images = images(9);
    Path file = root.resolve("images.pixels");
    List<Copy> expected = batches(loader(images, 3, 0, 0), 0, 0);
    for (int workers : new int[] {2, 0}) {
      ImageReading reading = new ImageReading(new ImageDecoder(), workers, 0, Optional.of(file));
      try (BatchLoader loader = new BatchLoader(images, SIZE, 3, MASKS, 3, 7, reading)) {
        assertEquals(expected, batches(loader, 0, 0));
        assertEquals(0, loader.skipped().count());
      }
      destroySecretly(images);
    }
  }

  /** Leaves nothing of the files but what can be seen without opening them. */
  private static void destroySecretly(ImageFolder images) throws IOException {
    for (Path file : images.files()) {
      FileTime changed = Files.getLastModifiedTime(file);
      Files.write(file, new byte[Math.toIntExact(Files.size(file))]);
      Files.setLastModifiedTime(file, changed);
    }
  }

  @Test
  void everyEpochVisitsEveryImageOnceInAnotherOrder() throws Exception {
    BatchLoader loader = loader(images(12), 4, 2, 0);
    List<Integer> first = visited(batches(loader, 0, 0));
    List<Integer> second = visited(batches(loader, 1, 0));
    List<Integer> all = IntStream.range(0, 12).boxed().toList();
    assertEquals(all, first.stream().sorted().toList());
    assertEquals(all, second.stream().sorted().toList());
    assertNotEquals(first, second);
  }

  private static List<Integer> visited(List<Copy> batches) {
    return batches.stream().flatMap(batch -> batch.indices().stream()).toList();
  }

  @Test
  void resumingWithinAnEpochGivesTheRestOfIt() throws Exception {
    BatchLoader loader = loader(images(13), 2, 2, 0);
    List<Copy> whole = batches(loader, 3, 0);
    assertEquals(whole.subList(4, 6), batches(loader, 3, 4));
    assertEquals(List.of(), batches(loader, 3, 6));
  }

  @Test
  void masksAreDrawnForEachSampleAndHoldTheExactCount() throws Exception {
    Batch batch = loader(images(6), 6, 0, 0).epoch(0, 0).next();
    FloatBuffer masks = batch.masks();
    assertEquals(6 * 36, masks.remaining());
    List<FloatBuffer> samples =
        IntStream.range(0, 6).mapToObj(i -> masks.slice(i * 36, 36)).toList();
    for (FloatBuffer mask : samples) {
      double hidden = IntStream.range(0, 36).mapToDouble(mask::get).sum();
      assertEquals(MASKS.hiddenMaskPatches() * 4, hidden);
    }
    assertTrue(samples.stream().distinct().count() > 3);
  }

  @Test
  void buffersAreDirectAndHoldLevelsByChannel() throws Exception {
    byte[] orange = new byte[9 * 9 * 3];
    for (int i = 0; i < orange.length; i += 3) {
      orange[i] = (byte) 255;
      orange[i + 1] = 100;
    }
    ImageEncoder.png().write(new RgbImage(9, 9, orange), root.resolve("orange.png"));
    Batch batch = loader(ImageFolder.scan(root), 1, 0, 0).epoch(0, 0).next();
    assertTrue(batch.pixels().isDirect());
    assertEquals(3 * SIZE * SIZE, batch.pixels().remaining());
    assertEquals((byte) 255, batch.pixels().get(0));
    assertEquals(100, batch.pixels().get(SIZE * SIZE));
    assertEquals(0, batch.pixels().get(2 * SIZE * SIZE));
  }

  @Test
  void oneChannelIsTheLumaAndOtherNumbersAreRefused() throws Exception {
    byte[] red = new byte[9 * 9 * 3];
    for (int i = 0; i < red.length; i += 3) {
      red[i] = (byte) 200;
    }
    ImageEncoder.png().write(new RgbImage(9, 9, red), root.resolve("red.png"));
    ImageFolder images = ImageFolder.scan(root);
    Batch batch = new BatchLoader(images, SIZE, 1, MASKS, 1, 7, HERE).epoch(0, 0).next();
    assertEquals(SIZE * SIZE, batch.pixels().remaining());
    assertEquals(60, batch.pixels().get(5));
    DataException fault =
        assertThrows(
            DataException.class, () -> new BatchLoader(images, SIZE, 2, MASKS, 1, 7, HERE));
    assertTrue(fault.getMessage().contains("IN_CHANS is 2"), fault.getMessage());
  }

  @Test
  void theNextReadableImageTakesThePlaceOfABrokenOne() throws Exception {
    images(9);
    Files.writeString(root.resolve("03.png"), "no picture");
    Files.writeString(root.resolve("07.png"), "");
    ImageFolder images = ImageFolder.scan(root);
    int[] order = SampleRandom.order(7, 0, 9);
    List<Integer> expected = new ArrayList<>();
    for (int position = 0; position < 9; position++) {
      int at = position;
      while (order[at % 9] == 3 || order[at % 9] == 7) {
        at++;
      }
      expected.add(order[at % 9]);
    }
    for (int workers : new int[] {0, 3}) {
      BatchLoader loader = loader(images, 3, workers, 0);
      assertEquals(expected, visited(batches(loader, 0, 0)));
      batches(loader, 1, 0);
      List<SkippedImages.Skipped> skipped = loader.skipped().snapshot();
      assertEquals(List.of(3, 7), skipped.stream().map(SkippedImages.Skipped::index).toList());
      assertTrue(skipped.get(0).reason().contains("03.png"), skipped.get(0).reason());
    }
  }

  @Test
  void aFolderWithoutOneReadableImageIsAFault() throws Exception {
    Files.writeString(root.resolve("a.png"), "no picture");
    Files.writeString(root.resolve("b.png"), "no picture");
    ImageFolder images = ImageFolder.scan(root);
    for (int workers : new int[] {0, 2}) {
      try (EpochBatches<Batch> batches = loader(images, 2, workers, 0).epoch(0, 0)) {
        DataException fault = assertThrows(DataException.class, batches::next);
        assertTrue(fault.getMessage().contains("None of the 2 images"), fault.getMessage());
      }
    }
  }

  @Test
  void fewerImagesThanABatchAreRefusedBeforeTheStart() throws Exception {
    ImageFolder images = images(3);
    DataException fault = assertThrows(DataException.class, () -> loader(images, 4, 0, 0));
    assertTrue(fault.getMessage().contains("at most 3"), fault.getMessage());
  }

  @Test
  void closingEarlyEndsTheWorkersAndLetsTheNextEpochStart() throws Exception {
    BatchLoader loader = loader(images(20), 2, 3, 0);
    List<Copy> whole = batches(loader, 1, 0);
    EpochBatches<Batch> cut = loader.epoch(0, 0);
    cut.next();
    assertThrows(IllegalStateException.class, () -> loader.epoch(1, 0));
    cut.close();
    cut.close();
    assertFalse(
        Thread.getAllStackTraces().keySet().stream()
            .anyMatch(thread -> thread.getName().startsWith("loader-")));
    assertThrows(NoSuchElementException.class, cut::next);
    assertEquals(whole, batches(loader, 1, 0));
  }

  @Test
  void anInterruptReachesTheWaitingThreadAndNothingIsLost() throws Exception {
    ImageFolder images = images(8);
    for (int workers : new int[] {0, 2}) {
      List<Copy> expected = batches(loader(images, 4, workers, 0), 0, 0);
      BatchLoader loader = loader(images, 4, workers, 0);
      try (EpochBatches<Batch> batches = loader.epoch(0, 0)) {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, batches::next);
        assertEquals(expected.get(0), Copy.of(batches.next()));
      }
      assertEquals(0, loader.skipped().count());
    }
  }

  @Test
  void theRandomNumbersOfASeedNeverChange() {
    // Frozen: a run resumed with a later version, or on another JDK, must see the same images.
    int[] order = {6, 7, 4, 5, 9, 2, 8, 1, 0, 3};
    assertArrayEquals(order, SampleRandom.order(42, 3, 10));
    SplittableRandom crop = SampleRandom.CROP.of(42, 3, 5);
    assertEquals(0.5218103816744069, crop.nextDouble());
    assertEquals(16, crop.nextInt(37));
    MaskGenerator masks = new MaskGenerator(192, 32, 32, 0.6);
    assertEquals(401592151, masks.generate(SampleRandom.MASK.of(42, 3, 5)).hashCode());
  }
}
