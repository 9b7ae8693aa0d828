package io.simmim.core.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * What stands directly before an entry's bytes in a zip. It repeats the central directory; where
 * the two differ, programs disagree about what the file holds.
 */
final class LocalHeader {

  private static final int MAGIC = 0x04034b50;
  private static final int FIXED = 30;
  private static final int ZIP64 = 0xFFFFFFFF;
  private static final int DESCRIPTOR_FOLLOWS = 8;

  private LocalHeader() {}

  /** Refuses an entry whose two descriptions differ; unknown sizes may stand as 0. */
  static void check(MappedFile file, ZipArchiveEntry entry) throws IOException, FormatException {
    ByteBuffer header = file.slice(entry.getLocalHeaderOffset(), FIXED);
    header.order(ByteOrder.LITTLE_ENDIAN);
    byte[] name = new byte[header.getShort(26) & 0xFFFF];
    file.slice(entry.getLocalHeaderOffset() + FIXED, name.length).get(name);
    boolean later = (header.getShort(6) & DESCRIPTOR_FOLLOWS) != 0;
    boolean same =
        header.getInt(0) == MAGIC
            && (header.getShort(8) & 0xFFFF) == entry.getMethod()
            && matches(header.getInt(14), entry.getCrc(), later)
            && matchesSize(header.getInt(18), entry.getCompressedSize(), later)
            && matchesSize(header.getInt(22), entry.getSize(), later)
            && Arrays.equals(name, entry.getRawName());
    if (!same) {
      throw new FormatException("it describes its part " + entry.getName() + " in two ways");
    }
  }

  private static boolean matches(int local, long central, boolean later) {
    return local == (int) central || (later && local == 0);
  }

  private static boolean matchesSize(int local, long central, boolean later) {
    return local == ZIP64 || matches(local, central, later);
  }
}
