package io.simmim.core.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A zip whose two descriptions of each part are written one by one, true or not. */
final class ZipBytes {

  private static final int STORED = 0;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private int listed;

  /**
   * One description of a part.
   *
   * @param flags general purpose bits; 1 encrypted, 8 sizes follow
   * @param method 0 stored, 8 deflated
   */
  record Entry(String name, int flags, int method, long crc, long size, byte[] extra) {
    static Entry of(String name, byte[] content) {
      CRC32 crc = new CRC32();
      crc.update(content);
      return new Entry(name, 0, STORED, crc.getValue(), content.length, new byte[0]);
    }

    Entry named(String other) {
      return new Entry(other, flags, method, crc, size, extra);
    }

    Entry flagged(int bits) {
      return new Entry(name, bits, method, crc, size, extra);
    }

    Entry method(int other) {
      return new Entry(name, flags, other, crc, size, extra);
    }

    Entry sized(long other) {
      return new Entry(name, flags, method, crc, other, extra);
    }

    Entry extra(byte[] other) {
      return new Entry(name, flags, method, crc, size, other);
    }
  }

  /** A part that both descriptions tell truly. */
  ZipBytes part(String name, byte[] content) {
    Entry entry = Entry.of(name, content);
    return listed(entry, local(entry, content));
  }

  /** Writes a part and returns where. */
  int local(Entry entry, byte[] content) {
    int at = out.size();
    byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
    ByteBuffer header = little(30).putInt(0x04034b50).putShort((short) 20);
    common(header, entry).putShort((short) name.length).putShort((short) entry.extra().length);
    out.writeBytes(bytes(header));
    out.writeBytes(name);
    out.writeBytes(entry.extra());
    out.writeBytes(content);
    return at;
  }

  ZipBytes listed(Entry entry, int at) {
    byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
    ByteBuffer header = little(46).putInt(0x02014b50).putShort((short) 20).putShort((short) 20);
    common(header, entry).putShort((short) name.length).putShort((short) entry.extra().length);
    header.putInt(42, at);
    directory.writeBytes(bytes(header));
    directory.writeBytes(name);
    directory.writeBytes(entry.extra());
    listed++;
    return this;
  }

  private static ByteBuffer common(ByteBuffer header, Entry entry) {
    header.putShort((short) entry.flags()).putShort((short) entry.method()).putInt(0);
    return header.putInt((int) entry.crc()).putInt((int) entry.size()).putInt((int) entry.size());
  }

  byte[] end() {
    return end(out.size());
  }

  /** Ends with a directory that claims to begin elsewhere. */
  byte[] end(int claimed) {
    int count = Math.min(listed, 0xFFFF);
    ByteBuffer end = little(22).putInt(0x06054b50).putInt(0);
    end.putShort((short) count).putShort((short) count).putInt(directory.size()).putInt(claimed);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(out.toByteArray());
    whole.writeBytes(directory.toByteArray());
    whole.writeBytes(bytes(end));
    return whole.toByteArray();
  }

  /** The extra field of ZIP64 with both sizes. */
  static byte[] zip64(long size) {
    return bytes(little(20).putShort((short) 1).putShort((short) 16).putLong(size).putLong(size));
  }

  private static byte[] bytes(ByteBuffer written) {
    byte[] bytes = new byte[written.capacity()];
    written.get(0, bytes);
    return bytes;
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
