package io.simmim.core.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.CheckpointException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of more than a buffer holds. They are nearly all holes and take no room on the disk. */
class LargeFileTest {

  private static final long STORED = 700_000_000; // floats, 2.8 GB

  @TempDir private Path folder;

  /** Leaves a hole wherever a block of zeros is written. */
  private static final class SparseStream extends OutputStream {
    private final RandomAccessFile file;

    SparseStream(RandomAccessFile file) {
      this.file = file;
    }

    @Override
    public void write(int value) throws IOException {
      file.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (length > 4096
          && Arrays.mismatch(bytes, offset, offset + length, new byte[length], 0, length) < 0) {
        file.seek(file.getFilePointer() + length);
      } else {
        file.write(bytes, offset, length);
      }
    }
  }

  @Test
  void anArchiveOfManyTensorsIsWrittenAndRead() throws Exception {
    ByteBuffer zeros = ByteBuffer.allocateDirect(256 << 20);
    Map<String, Object> tensors = new LinkedHashMap<>();
    for (int i = 0; i < 9; i++) {
      tensors.put("large." + i, new TensorData(ScalarType.UINT8, List.of(256L << 20), zeros));
    }
    tensors.put("last", TensorData.scalar(2.5f));
    Path path = folder.resolve("x.pth");
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      TorchFile.write(new SparseStream(file), tensors);
    }
    assertTrue(Files.size(path) > 1L << 31);
    Map<?, ?> read = (Map<?, ?>) SavedFile.read(path).root();
    assertEquals(10, read.size());
    assertEquals(256L << 20, ((TensorData) read.get("large.8")).elements());
    assertArrayEquals(new float[] {2.5f}, ((TensorData) read.get("last")).floats());
  }

  private Path legacy(PickleBytes pickle) throws Exception {
    byte[] head = LegacyBytes.file(pickle.stop(), STORED, new byte[0]);
    Path path = Files.write(folder.resolve("x.pth"), head);
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(head.length + STORED * Float.BYTES);
      file.seek(file.length() - 2 * Float.BYTES);
      file.write(PickleBytes.floats(1.5f, 2.5f));
    }
    return path;
  }

  @Test
  void smallTensorsAreCutFromALargeStorage() throws Exception {
    PickleBytes end = new PickleBytes().tensor(STORED, STORED - 3, new long[] {3}, new long[] {1});
    TensorData tensor = (TensorData) SavedFile.read(legacy(end)).root();
    assertArrayEquals(new float[] {0, 1.5f, 2.5f}, tensor.floats());
    PickleBytes turned =
        new PickleBytes().tensor(STORED, STORED - 4, new long[] {2, 2}, new long[] {1, 2});
    assertArrayEquals(
        new float[] {0, 1.5f, 0, 2.5f},
        ((TensorData) SavedFile.read(legacy(turned)).root()).floats());
  }

  @Test
  void aSingleLargeTensorIsRefusedInOneSentence() throws Exception {
    for (long[] stride : new long[][] {{1}, {0}}) {
      Path file = legacy(new PickleBytes().tensor(STORED, 0, new long[] {STORED}, stride));
      String message =
          assertThrows(CheckpointException.class, () -> SavedFile.read(file)).getMessage();
      assertTrue(message.contains("more than"), message);
      assertEquals(1, message.lines().count(), message);
    }
  }
}
