package io.simmim.core.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Pickles and archives written by hand, opcode by opcode, for what no honest writer makes. */
final class PickleBytes {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Begins with PROTO 2. */
  PickleBytes() {
    op(0x80).op(2);
  }

  PickleBytes op(int... opcodes) {
    for (int opcode : opcodes) {
      out.write(opcode);
    }
    return this;
  }

  PickleBytes text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    op('X').int32(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  PickleBytes global(String module, String name) {
    op('c');
    out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** LONG1 of 8 bytes. */
  PickleBytes number(long value) {
    op(0x8a, 8);
    out.writeBytes(little(8).putLong(value).array());
    return this;
  }

  PickleBytes int32(int value) {
    out.writeBytes(little(4).putInt(value).array());
    return this;
  }

  PickleBytes int64(long value) {
    out.writeBytes(little(8).putLong(value).array());
    return this;
  }

  PickleBytes tuple(long... values) {
    op('(');
    for (long value : values) {
      number(value);
    }
    return op('t');
  }

  /** A persistent reference to storage {@code key}. */
  PickleBytes storage(String type, String key, long count) {
    op('(').text("storage").global("torch", type).text(key).text("cpu").number(count);
    return op('t', 'Q');
  }

  /** {@code _rebuild_tensor_v2} over storage 0 of float32 values. */
  PickleBytes tensor(long stored, long offset, long[] size, long[] stride) {
    global("torch._utils", "_rebuild_tensor_v2").op('(').storage("FloatStorage", "0", stored);
    number(offset).tuple(size).tuple(stride).op(0x89);
    return global("collections", "OrderedDict").op(')', 'R', 't', 'R');
  }

  /** Everything so far, with STOP. */
  byte[] stop() {
    op('.');
    return out.toByteArray();
  }

  byte[] unfinished() {
    return out.toByteArray();
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte[] floats(float... values) {
    byte[] bytes = new byte[values.length * Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return bytes;
  }

  /** An archive of this pickle and storage 0. */
  static Path archive(Path file, byte[] pickle, byte[] storage) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("data.pkl", pickle);
    entries.put("data/0", storage);
    return archive(file, entries, ZipEntry.STORED);
  }

  static Path archive(Path file, Map<String, byte[]> entries, int method) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> content : entries.entrySet()) {
        CRC32 crc = new CRC32();
        crc.update(content.getValue());
        ZipEntry entry = new ZipEntry("archive/" + content.getKey());
        entry.setMethod(method);
        entry.setSize(content.getValue().length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }
}
