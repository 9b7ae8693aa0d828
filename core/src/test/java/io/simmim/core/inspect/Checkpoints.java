package io.simmim.core.inspect;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TorchFile;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.weights.CheckpointFile;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Files made for tests. */
public final class Checkpoints {

  private Checkpoints() {}

  /** Writes any object as {@code torch.save} does. */
  public static Path write(Path file, Object root) throws Exception {
    try (OutputStream out = Files.newOutputStream(file)) {
      TorchFile.write(out, root);
    }
    return file;
  }

  /** A copy of a file with other weights and nothing else changed. */
  public static Path withWeights(Path original, Path copy, Consumer<Map<String, Object>> change)
      throws Exception {
    TrainingCheckpoint saved = CheckpointFile.open(original).training();
    Map<String, Object> model = new LinkedHashMap<>(saved.model());
    change.accept(model);
    new TrainingCheckpoint(
            model,
            saved.optimizer(),
            saved.lrScheduler(),
            saved.maxAccuracy(),
            saved.epoch(),
            saved.scaler(),
            saved.config(),
            saved.classes(),
            saved.position())
        .write(copy);
    return copy;
  }

  /** A copy of a file of ours in which a text became the call of a function with another text. */
  public static Path withCall(Path original, Path copy, String text, String module, String name)
      throws Exception {
    String before = "X" + (char) text.length() + "\0\0\0" + text;
    String call = "c" + module + "\n" + name + "\n(X\2\0\0\0lstR";
    try (ZipFile zip = new ZipFile(original.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        String latin = new String(content, StandardCharsets.ISO_8859_1);
        if (entry.getName().endsWith("data.pkl")) {
          content = latin.replace(before, call).getBytes(StandardCharsets.ISO_8859_1);
        }
        put(out, entry.getName(), content);
      }
    }
    return copy;
  }

  private static void put(ZipOutputStream out, String name, byte[] content) throws Exception {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry stored = new ZipEntry(name);
    stored.setMethod(ZipEntry.STORED);
    stored.setSize(content.length);
    stored.setCrc(crc.getValue());
    out.putNextEntry(stored);
    out.write(content);
    out.closeEntry();
  }

  /** A float32 tensor of one dimension. */
  public static TensorData floats(float... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < values.length; i++) {
      bytes.putFloat(Float.BYTES * i, values[i]);
    }
    return new TensorData(
        io.simmim.core.checkpoint.ScalarType.FLOAT32, List.of((long) values.length), bytes);
  }
}
