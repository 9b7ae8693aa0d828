package io.simmim.core.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.CheckpointException;
import io.simmim.core.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what they should be end in one sentence. */
class DamagedFileTest {

  private static final byte[] GOOD =
      new PickleBytes().tensor(4, 0, new long[] {2, 2}, new long[] {2, 1}).stop();

  @TempDir private Path folder;

  private static String sentence(Path file) {
    String message =
        assertThrows(CheckpointException.class, () -> SavedFile.read(file).root()).getMessage();
    assertEquals(1, message.lines().count(), message);
    assertTrue(message.endsWith(".") && message.contains(file.toString()), message);
    return message;
  }

  private static void assertSays(String part, Path file) {
    String message = sentence(file);
    assertTrue(message.contains(part), message);
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("x.pth"), content);
  }

  private Path archive(byte[] pickle, byte[] storage) throws IOException {
    return PickleBytes.archive(folder.resolve("x.pth"), pickle, storage);
  }

  @Test
  void missingFilesFoldersAndOtherFormatsAreNamed() throws Exception {
    assertSays("does not exist", folder.resolve("nowhere.pth"));
    assertSays("folder", folder);
    assertSays("empty", file(new byte[0]));
    assertSays("a text", file("a text file".getBytes(StandardCharsets.UTF_8)));
    assertSays("in the middle", file(new byte[] {(byte) 0x80, 2, (byte) 0x8a, 10, 0x6c}));
  }

  @Test
  void anArchiveWithoutItsPartsSaysWhichIsMissing() throws Exception {
    Path file = folder.resolve("x.pth");
    PickleBytes.archive(file, Map.of("data/0", new byte[16]), ZipEntry.STORED);
    assertSays("data.pkl is missing", file);
    PickleBytes.archive(file, Map.of("data.pkl", GOOD), ZipEntry.STORED);
    assertSays("data/0 is missing", file);
  }

  @Test
  void aCompressedArchiveIsRefused() throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("data.pkl", GOOD);
    entries.put("data/0", new byte[16]);
    Path file = PickleBytes.archive(folder.resolve("x.pth"), entries, ZipEntry.DEFLATED);
    assertSays("compressed", file);
  }

  @Test
  void aChangedByteOfATensorIsFoundByItsChecksum() throws Exception {
    byte[] storage = PickleBytes.floats(1.25f, 2.5f, 3.75f, 5f);
    byte[] bytes = Files.readAllBytes(archive(GOOD, storage));
    int at = indexOf(bytes, storage);
    bytes[at + 5] ^= 4;
    assertSays("checksum of its part data/0", file(bytes));
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int i = 0; i + part.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("the storage is not in the file");
  }

  @Test
  void tensorsThatReachBeyondTheirStorageAreRefused() throws Exception {
    long huge = Long.MAX_VALUE / 2;
    for (long[][] lie :
        List.of(
            new long[][] {{4}, {1}, {2}}, // offset, size, stride
            new long[][] {{1}, {4}, {1}},
            new long[][] {{0}, {2, 2}, {3, 1}},
            new long[][] {{huge}, {1}, {1}},
            new long[][] {{0}, {huge, 4}, {4, 1}},
            new long[][] {{0}, {huge, 4, 0}, {0, 0, 0}},
            new long[][] {{0}, {2}, {huge}},
            new long[][] {{0}, {3, 3}, {huge, huge}},
            new long[][] {{0}, {-1}, {1}},
            new long[][] {{0}, {2}, {-1}},
            new long[][] {{-1}, {2}, {1}},
            new long[][] {{0}, {2, 2}, {1}},
            new long[][] {{0}, {1 << 20, 1 << 20}, {0, 0}},
            new long[][] {{0}, new long[70], new long[70]})) {
      byte[] pickle = new PickleBytes().tensor(4, lie[0][0], lie[1], lie[2]).stop();
      String message = sentence(archive(pickle, new byte[16]));
      assertTrue(message.contains("a tensor of"), message);
    }
  }

  @Test
  void aStorageThatClaimsMoreThanItHoldsIsRefused() throws Exception {
    for (long count : new long[] {5, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
      byte[] pickle = new PickleBytes().tensor(count, 0, new long[] {1}, new long[] {1}).stop();
      assertSays("a storage of", archive(pickle, new byte[16]));
    }
  }

  @Test
  void aTensorWithoutElementsMayPointAnywhere() throws Exception {
    byte[] pickle =
        new PickleBytes().tensor(4, Long.MAX_VALUE, new long[] {0}, new long[] {1}).stop();
    TensorData empty = (TensorData) SavedFile.read(archive(pickle, new byte[16])).root();
    assertEquals(0, empty.elements());
  }

  @Test
  void aFileThatEndsEarlyAnywhereIsRefused() throws Exception {
    byte[] whole = Files.readAllBytes(Golden.path("B_traj_vit_accum/init.pth"));
    for (int i = 0; i < 64; i++) {
      int length = (int) ((long) whole.length * i / 64);
      sentence(file(Arrays.copyOf(whole, length)));
    }
    sentence(file(Arrays.copyOf(whole, whole.length - 1)));
  }

  @Test
  void flippedBitsEndInASentenceOrInInertObjects() throws Exception {
    byte[] whole = Files.readAllBytes(Golden.path("B_traj_vit_accum/init.pth"));
    SplittableRandom random = new SplittableRandom(20260101);
    int refused = 0;
    for (int i = 0; i < 50; i++) {
      byte[] flipped = whole.clone();
      int at = random.nextInt(flipped.length);
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      if (isRefused(file(flipped))) {
        refused++;
      }
    }
    // Most of the file is tensors, whose checksums are wrong then; the rest is padding.
    assertTrue(refused > 25, "only " + refused + " of 50 were noticed");
  }

  @Test
  void flippedBitsInThePickleItselfEndInASentenceOrInInertObjects() throws Exception {
    PickleBytes good = new PickleBytes().op('}', 'q', 0, '(').text("model").op('}', '(');
    for (int i = 0; i < 5; i++) {
      good.text("layer." + i).tensor(4, 0, new long[] {2, 2}, new long[] {2, 1});
    }
    byte[] pickle = good.op('u').text("again").op('h', 0, 'u').stop();
    SplittableRandom random = new SplittableRandom(20260102);
    for (int i = 0; i < 1000; i++) {
      byte[] flipped = pickle.clone();
      for (int k = 0; k <= i % 3; k++) {
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      }
      isRefused(archive(flipped, new byte[16]));
    }
    for (int length = 0; length < pickle.length; length++) {
      sentence(archive(Arrays.copyOf(pickle, length), new byte[16]));
    }
  }

  /** Anything but a checkpoint exception fails the test. */
  private static boolean isRefused(Path file) {
    try {
      SavedFile.read(file).root();
      return false;
    } catch (CheckpointException e) {
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      return true;
    }
  }
}
