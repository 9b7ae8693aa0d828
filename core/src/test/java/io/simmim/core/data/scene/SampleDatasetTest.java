package io.simmim.core.data.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.data.ImageFolder;
import io.simmim.core.fault.DataException;
import io.simmim.core.image.ImageDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDatasetTest {

  private static final int KINDS = SampleScene.values().length;

  @TempDir Path root;

  private static int write(Path dir, int imagesPerKind, long seed) throws Exception {
    return SampleDataset.write(dir, imagesPerKind, 16, 0.25, seed, (done, total) -> {});
  }

  @Test
  void everyKindIsAClassOfBothSplits() throws Exception {
    assertEquals(KINDS * 4, write(root.resolve("set"), 4, 1));
    ImageFolder train = ImageFolder.scan(root.resolve("set/train"));
    ImageFolder val = ImageFolder.scan(root.resolve("set/val"));
    List<String> labels = Arrays.stream(SampleScene.values()).map(SampleScene::label).toList();
    assertEquals(labels, train.classNames());
    assertEquals(labels, val.classNames());
    assertEquals(KINDS * 3, train.size());
    assertEquals(KINDS, val.size());
    assertEquals(16, new ImageDecoder().decode(train.file(0)).width());
  }

  @Test
  void theSameSeedWritesTheSameFilesAndNoPictureTwice() throws Exception {
    write(root.resolve("a"), 2, 1);
    write(root.resolve("b"), 2, 1);
    write(root.resolve("c"), 2, 2);
    List<Path> files = ImageFolder.scan(root.resolve("a")).files();
    for (Path file : files) {
      Path name = root.resolve("a").relativize(file);
      byte[] bytes = Files.readAllBytes(file);
      assertArrayEquals(bytes, Files.readAllBytes(root.resolve("b").resolve(name)));
      assertFalse(Arrays.equals(bytes, Files.readAllBytes(root.resolve("c").resolve(name))));
    }
    long different = files.stream().map(SampleDatasetTest::content).distinct().count();
    assertEquals(files.size(), different);
  }

  private static List<Integer> content(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return IntStream.range(0, bytes.length).mapToObj(i -> (int) bytes[i]).toList();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void anInterruptedSetIsCompletedWithoutDrawingAgain() throws Exception {
    write(root.resolve("set"), 2, 1);
    Path kept = root.resolve("set/train/forest/0000.jpg");
    Path lost = root.resolve("set/train/underwater/0000.jpg");
    Files.writeString(kept, "left as it is");
    Files.delete(lost);
    write(root.resolve("set"), 2, 1);
    assertEquals("left as it is", Files.readString(kept));
    assertTrue(Files.exists(lost));
  }

  @Test
  void neverMixesWithOtherFiles() throws Exception {
    write(root.resolve("set"), 1, 1);
    DataException other = assertThrows(DataException.class, () -> write(root.resolve("set"), 1, 2));
    assertTrue(other.getMessage().contains("another sample set"), other.getMessage());
    Files.createDirectories(root.resolve("mine/train"));
    assertThrows(DataException.class, () -> write(root.resolve("mine"), 1, 1));
  }

  @Test
  void tellsHowFarItIs() throws Exception {
    List<Integer> told = new ArrayList<>();
    SampleDataset.write(
        root.resolve("set"),
        1,
        8,
        0,
        1,
        (done, total) -> {
          assertEquals(KINDS, total);
          told.add(done);
        });
    assertEquals(IntStream.rangeClosed(1, KINDS).boxed().toList(), told);
  }

  @Test
  void keepsAtLeastOneImageOfEachKindForTraining() throws Exception {
    SampleSetNote one = SampleSetNote.of(1, 16, 0.9, 1);
    assertEquals(1, one.trainPerKind());
    assertEquals(0, one.valPerKind());
  }

  @Test
  void refusesNumbersOutOfRangeInOneSentence() {
    assertThrows(DataException.class, () -> SampleSetNote.of(0, 16, 0.1, 1));
    assertThrows(DataException.class, () -> SampleSetNote.of(1, 7, 0.1, 1));
    assertThrows(DataException.class, () -> SampleSetNote.of(1, 16, 1, 1));
    assertThrows(DataException.class, () -> SampleSetNote.of(1, 16, Double.NaN, 1));
  }
}
