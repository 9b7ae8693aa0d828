package io.simmim.core.checkpoint;

import io.simmim.core.checkpoint.ZipBytes.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Zips that mean to confuse or to fill memory or disk. */
final class HostileArchives {

  private static final String PICKLE = "archive/data.pkl";
  private static final byte[] NONE = new PickleBytes().op('N').stop();
  private static final Entry TRUE = Entry.of(PICKLE, NONE);

  private final Map<String, byte[]> all = new LinkedHashMap<>();

  private HostileArchives() {}

  /** By what each does. */
  static Map<String, byte[]> all() {
    HostileArchives archives = new HostileArchives();
    archives.names();
    archives.descriptions();
    archives.directories();
    return archives.all;
  }

  private static byte[] one(Entry local, Entry central) {
    ZipBytes zip = new ZipBytes();
    return zip.listed(central, zip.local(local, NONE)).end();
  }

  private void names() {
    for (String name :
        List.of("archive/../../evil", "/etc/passwd", "..\\evil", "archive/data/..", "..", PICKLE)) {
      all.put("part " + name, new ZipBytes().part(PICKLE, NONE).part(name, NONE).end());
    }
    byte[] inner = one(TRUE, TRUE);
    ZipBytes zip = new ZipBytes();
    Entry outer = Entry.of("archive/data/0", inner);
    zip.listed(outer, zip.local(outer, inner));
    all.put("overlap", zip.listed(TRUE, 30 + outer.name().length()).end());
    all.put("encrypted", one(TRUE.flagged(1), TRUE.flagged(1)));
  }

  private void descriptions() {
    int number = 0;
    for (Entry lie :
        List.of(
            TRUE.named("archive/data.pkx"),
            TRUE.sized(2),
            TRUE.sized(0),
            TRUE.sized(1 << 30),
            TRUE.method(8),
            new Entry(PICKLE, 0, 0, 7, NONE.length, new byte[0]))) {
      all.put("local lie " + number, one(lie, TRUE));
      all.put("central lie " + number, one(TRUE, lie));
      all.put("both lie " + number++, one(lie, lie));
    }
    for (long size : new long[] {1L << 60, Long.MAX_VALUE, -1, Long.MIN_VALUE, 1L << 33}) {
      Entry lie = TRUE.sized(0xFFFFFFFFL).extra(ZipBytes.zip64(size));
      all.put("zip64 of " + size, one(lie, lie));
      all.put("central zip64 of " + size, one(TRUE, lie));
    }
  }

  private void directories() {
    for (int claimed : new int[] {0, 10, 1 << 20, -1, Integer.MIN_VALUE}) {
      all.put("directory at " + claimed, new ZipBytes().part(PICKLE, NONE).end(claimed));
    }
    ZipBytes zip = new ZipBytes().part(PICKLE, NONE);
    for (int i = 0; i < 90_000; i++) {
      zip.listed(TRUE.named("a/" + i), 0);
    }
    all.put("directory of 90,000", zip.end());
  }
}
