package io.simmim.core.checkpoint;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Writes what {@code torch.save} writes since PyTorch 1.6: a zip of stored entries, {@code
 * data.pkl} for the structure and {@code data/<key>} for each storage.
 */
public final class TorchFile {

  private static final String ROOT = "archive/";

  /** The first that a zip can say: the same content shall be the same file whenever it is saved. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private TorchFile() {}

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
    ZipArchiveEntry entry = new ZipArchiveEntry(ROOT + name);
    entry.setMethod(ZipArchiveEntry.STORED);
    entry.setSize(content.remaining());
    entry.setCrc(Checksums.of(content));
    entry.setTimeLocal(NO_TIME);
    // PyTorch maps storages straight from the file and wants them aligned.
    entry.setAlignment(64);
    zip.putArchiveEntry(entry);
    TensorBytes bytes = new TensorBytes(content);
    for (int length = bytes.read(); length > 0; length = bytes.read()) {
      zip.write(bytes.piece().array(), 0, length);
    }
    zip.closeArchiveEntry();
  }
}
