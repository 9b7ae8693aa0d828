package io.simmim.core.checkpoint;

import io.simmim.core.fault.CheckpointException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Reads and writes what {@code torch.save} writes since PyTorch 1.6: a zip of stored entries,
 * {@code data.pkl} for the structure and {@code data/<key>} for each storage. Objects become {@link
 * Map}, {@link java.util.List}, {@link PyTuple}, String, Long, Double, Boolean, null, {@link
 * TensorData} and, for everything else, {@link PyObject}.
 */
public final class TorchFile {

  private static final String ROOT = "archive/";

  private TorchFile() {}

  /**
   * Reads a file; tensors are views of the mapped file.
   *
   * @throws CheckpointException when it is missing, damaged or of another format
   */
  public static Object read(Path file) throws CheckpointException {
    try (TorchArchive archive = TorchArchive.open(file)) {
      requireLittleEndian(archive);
      StepBudget budget = new StepBudget(archive.size());
      PickleInput pickle = new PickleInput(archive.entry("data.pkl"));
      var constructors = new TorchConstructors(key -> archive.entry("data/" + key), budget);
      return new PickleMachine(pickle, constructors, budget).run();
    } catch (NoSuchFileException e) {
      throw new CheckpointException("Checkpoint '" + file + "' does not exist.", e);
    } catch (IOException e) {
      throw new CheckpointException(
          "Checkpoint '" + file + "' cannot be read: " + e.getMessage() + ".", e);
    } catch (FormatException | RuntimeException | StackOverflowError e) {
      throw new CheckpointException(
          "Checkpoint '"
              + file
              + "' is damaged or not a PyTorch file ("
              + (e instanceof FormatException ? e.getMessage() : "unexpected structure")
              + "); use another copy of it.",
          e);
    }
  }

  private static void requireLittleEndian(TorchArchive archive) throws FormatException {
    if (archive.has("byteorder")
        && !StandardCharsets.US_ASCII
            .decode(archive.entry("byteorder"))
            .toString()
            .equals("little")) {
      throw new FormatException("it was written by a big-endian computer; save it on another");
    }
  }

  /**
   * Writes {@code root} so that {@code torch.load} reads it, also with {@code weights_only=True}
   * when the content is tensors and plain values. Leaves {@code out} open.
   */
  public static void write(OutputStream out, Object root) throws IOException {
    OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
    ZipArchiveOutputStream zip = new ZipArchiveOutputStream(buffered);
    PickleWriter pickle = new PickleWriter();
    put(zip, "data.pkl", ByteBuffer.wrap(pickle.write(root)));
    put(zip, "byteorder", ascii("little"));
    int key = 0;
    for (TensorData tensor : pickle.tensors()) {
      put(zip, "data/" + key++, tensor.view());
    }
    put(zip, "version", ascii("3\n"));
    zip.finish();
    buffered.flush();
  }

  private static ByteBuffer ascii(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void put(ZipArchiveOutputStream zip, String name, ByteBuffer content)
      throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content.duplicate());
    ZipArchiveEntry entry = new ZipArchiveEntry(ROOT + name);
    entry.setMethod(ZipArchiveEntry.STORED);
    entry.setSize(content.remaining());
    entry.setCrc(crc.getValue());
    // PyTorch maps storages straight from the file and wants them aligned.
    entry.setAlignment(64);
    zip.putArchiveEntry(entry);
    byte[] chunk = new byte[Math.min(1 << 16, Math.max(1, content.remaining()))];
    while (content.hasRemaining()) {
      int length = Math.min(chunk.length, content.remaining());
      content.get(chunk, 0, length);
      zip.write(chunk, 0, length);
    }
    zip.closeArchiveEntry();
  }
}
