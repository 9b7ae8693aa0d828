package io.simmim.core.checkpoint;

import com.google.gson.stream.JsonWriter;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.run.AtomicFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the safetensors format byte for byte like the reference library: widest element types
 * first, then by name, and a header padded to a multiple of 8 bytes, so that all values are
 * aligned.
 */
public final class SafetensorsWriter {

  private static final int ALIGNMENT = 8;

  /** As the reference orders them, narrow ones first. */
  private static final List<ScalarType> ORDER =
      List.of(
          ScalarType.BOOL,
          ScalarType.UINT8,
          ScalarType.INT8,
          ScalarType.INT16,
          ScalarType.FLOAT16,
          ScalarType.BFLOAT16,
          ScalarType.INT32,
          ScalarType.FLOAT32,
          ScalarType.FLOAT64,
          ScalarType.INT64);

  private SafetensorsWriter() {}

  /**
   * Writes the file so that it is there whole, under its final name, or not at all.
   *
   * @param tensors by name, which must not be {@code __metadata__}
   * @param metadata texts to go with them, {@code format: pt} for Hugging Face's libraries
   * @throws CheckpointException when the disk is full or the folder not writable
   */
  public static void write(Path file, Map<String, TensorData> tensors, Map<String, String> metadata)
      throws CheckpointException {
    try {
      AtomicFile.write(file, channel -> write(channel, tensors, metadata));
    } catch (UncheckedIOException e) {
      throw TensorBytes.refusal(e);
    } catch (IOException e) {
      throw new CheckpointException(
          "Checkpoint '"
              + file
              + "' could not be written ("
              + e.getMessage()
              + "); make room on the disk or choose another folder.",
          e);
    }
  }

  /**
   * Writes the content, which the caller makes whole.
   *
   * @throws java.io.UncheckedIOException when a file that tensors are read from ends meanwhile
   */
  public static void write(
      WritableByteChannel channel, Map<String, TensorData> tensors, Map<String, String> metadata)
      throws IOException {
    if (tensors.containsKey(SafetensorsHeader.METADATA)) {
      throw new IllegalArgumentException("expected names of tensors, got __metadata__");
    }
    List<Slot> ordered = new ArrayList<>();
    tensors.forEach((name, tensor) -> ordered.add(new Slot(name, tensor.type(), tensor.shape())));
    // By code points, as UTF-8 sorts; String.compareTo differs beyond the basic plane.
    ordered.sort(
        Comparator.<Slot>comparingInt(slot -> -ORDER.indexOf(slot.type()))
            .thenComparing(slot -> utf8(slot.name()), ByteBuffer::compareTo));
    byte[] json = header(ordered, metadata).getBytes(StandardCharsets.UTF_8);
    int padded = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer head = ByteBuffer.allocate(Long.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
    head.putLong(padded).put(json);
    while (head.hasRemaining()) {
      head.put((byte) ' ');
    }
    put(channel, head.flip());
    for (Slot slot : ordered) {
      TensorBytes bytes = new TensorBytes(tensors.get(slot.name()));
      while (bytes.read() > 0) {
        put(channel, bytes.piece());
      }
    }
  }

  private static ByteBuffer utf8(String name) {
    return StandardCharsets.UTF_8.encode(name);
  }

  /** What the header says of a tensor, which may be made anew each time it is asked for. */
  private record Slot(String name, ScalarType type, List<Long> shape) {

    long bytes() {
      return TensorData.elements(shape) * type.bytes();
    }
  }

  private static String header(List<Slot> slots, Map<String, String> metadata) throws IOException {
    StringWriter text = new StringWriter();
    JsonWriter json = new JsonWriter(text);
    json.beginObject();
    if (!metadata.isEmpty()) {
      json.name(SafetensorsHeader.METADATA).beginObject();
      for (Map.Entry<String, String> entry : new TreeMap<>(metadata).entrySet()) {
        json.name(entry.getKey()).value(entry.getValue());
      }
      json.endObject();
    }
    long offset = 0;
    for (Slot slot : slots) {
      json.name(slot.name()).beginObject();
      json.name("dtype").value(slot.type().safetensorsName()).name("shape").beginArray();
      for (long size : slot.shape()) {
        json.value(size);
      }
      json.endArray().name("data_offsets").beginArray().value(offset);
      offset += slot.bytes();
      json.value(offset).endArray().endObject();
    }
    json.endObject().flush();
    return text.toString();
  }

  private static void put(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
