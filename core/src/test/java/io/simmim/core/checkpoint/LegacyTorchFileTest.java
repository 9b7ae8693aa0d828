package io.simmim.core.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LegacyTorchFileTest {

  private static final byte[] STORAGE = PickleBytes.floats(1, 2, 3, 4);

  @TempDir private Path folder;

  private static PickleBytes tensor() {
    return new PickleBytes().tensor(4, 0, new long[] {2, 2}, new long[] {1, 2});
  }

  private static PickleBytes keys(String... names) {
    PickleBytes keys = new PickleBytes().op(']');
    for (String name : names) {
      keys.text(name).op('a');
    }
    return keys;
  }

  private Object read(byte[] content) throws Exception {
    return SavedFile.read(Files.write(folder.resolve("x.pth"), content)).root();
  }

  private void assertRefused(String because, byte[] content) throws IOException {
    String message = assertThrows(CheckpointException.class, () -> read(content)).getMessage();
    assertTrue(message.contains(because), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void tensorsAreCutFromTheStoragesBehindThePickle() throws Exception {
    TensorData tensor = (TensorData) read(LegacyBytes.file(tensor().stop(), 4, STORAGE));
    assertArrayEquals(new float[] {1, 3, 2, 4}, tensor.floats());
  }

  @Test
  void aStorageMayBeAViewOfAnother() throws Exception {
    TensorData tensor = (TensorData) read(LegacyBytes.file(view(1, 2).stop(), 4, STORAGE));
    assertArrayEquals(new float[] {2, 3}, tensor.floats());
    for (long[] lie : List.of(new long[] {-1, 2}, new long[] {3, 2}, new long[] {1, -1})) {
      assertRefused("outside another", LegacyBytes.file(view(lie[0], lie[1]).stop(), 4, STORAGE));
    }
  }

  private static PickleBytes view(long offset, long count) {
    PickleBytes pickle = new PickleBytes().global("torch._utils", "_rebuild_tensor").op('(', '(');
    pickle.text("storage").global("torch", "FloatStorage").text("0").text("cpu").number(4);
    pickle.op('(').text("1").number(offset).number(count).op('t', 't', 'Q');
    return pickle.number(0).tuple(2).tuple(1).op('t', 'R');
  }

  @Test
  void whatTheFileSaysOfItselfMustFit() throws Exception {
    byte[] pickle = tensor().stop();
    assertRefused("big-endian", LegacyBytes.file(pickle, 1001, false, keys("0"), 4, STORAGE));
    assertRefused("protocol", LegacyBytes.file(pickle, 1002, true, keys("0"), 4, STORAGE));
    assertRefused("missing", LegacyBytes.file(pickle, 1001, true, keys(), 4, STORAGE));
    assertRefused("lists", LegacyBytes.file(pickle, 1001, true, keys("0", "0"), 4, STORAGE));
    assertRefused("lists", LegacyBytes.file(pickle, 1001, true, keys("0", "1"), 4, STORAGE));
    PickleBytes none = new PickleBytes().op('N');
    assertRefused("does not list", LegacyBytes.file(pickle, 1001, true, none, 4, STORAGE));
  }

  @Test
  void aStorageBeyondTheFileIsRefused() throws Exception {
    byte[] pickle = tensor().stop();
    for (long count : new long[] {-1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 62, 1000}) {
      assertRefused("a storage of", LegacyBytes.file(pickle, count, STORAGE));
    }
    assertRefused("ends before", LegacyBytes.file(pickle, 5, STORAGE));
    assertRefused("a storage of 4", LegacyBytes.file(pickle, 3, STORAGE));
  }

  @Test
  void oneStorageHasOneElementType() throws Exception {
    PickleBytes two = new PickleBytes().op('(').storage("FloatStorage", "0", 4);
    two.storage("LongStorage", "0", 2).op('t');
    assertRefused("two element types", LegacyBytes.file(two.stop(), 4, STORAGE));
  }
}
