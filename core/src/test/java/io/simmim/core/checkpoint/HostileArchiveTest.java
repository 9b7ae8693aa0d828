package io.simmim.core.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.ZipBytes.Entry;
import io.simmim.core.fault.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that mean to confuse or to fill memory or disk. */
class HostileArchiveTest {

  private static final String PICKLE = "archive/data.pkl";
  private static final byte[] NONE = new PickleBytes().op('N').stop();
  private static final Entry TRUE = Entry.of(PICKLE, NONE);

  @TempDir private Path folder;

  private void assertRefused(String because, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("x.pth"), content);
    String message =
        assertThrows(CheckpointException.class, () -> SavedFile.read(file)).getMessage();
    assertTrue(message.contains(because) && message.endsWith("."), message);
    assertEquals(1, message.lines().count(), message);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  private static byte[] one(Entry local, Entry central) {
    ZipBytes zip = new ZipBytes();
    return zip.listed(central, zip.local(local, NONE)).end();
  }

  @Test
  void anHonestArchiveIsRead() throws Exception {
    Path file = Files.write(folder.resolve("x.pth"), one(TRUE, TRUE));
    assertEquals(null, SavedFile.read(file).root());
  }

  @Test
  void aBombIsNotUnpacked() throws Exception {
    Map<String, byte[]> zeros = Map.of("data.pkl", new byte[32 << 20]);
    Path file = PickleBytes.archive(folder.resolve("x.pth"), zeros, ZipEntry.DEFLATED);
    assertTrue(Files.size(file) < 100_000);
    assertRefused("compressed", Files.readAllBytes(file));
    assertRefused("two sizes", one(TRUE, TRUE.sized(0xFFFFFFFFL).extra(twoSizes())));
  }

  // Unpacked 1 TB, packed as it is.
  private static byte[] twoSizes() {
    byte[] extra = ZipBytes.zip64(NONE.length);
    extra[9] = 1;
    return extra;
  }

  @Test
  void partsThatOverlapAreRefused() throws Exception {
    byte[] inner = one(TRUE, TRUE);
    ZipBytes zip = new ZipBytes();
    Entry outer = Entry.of("archive/data/0", inner);
    zip.listed(outer, zip.local(outer, inner));
    int hidden = 30 + outer.name().length();
    assertRefused("overlaps", zip.listed(TRUE, hidden).end());
  }

  @Test
  void partsOutsideTheArchiveAreRefused() throws Exception {
    for (String name :
        List.of("archive/../../evil", "/etc/passwd", "..\\evil", "archive/data/..", "..")) {
      byte[] zip = new ZipBytes().part(PICKLE, NONE).part(name, NONE).end();
      assertRefused("outside itself", zip);
    }
  }

  @Test
  void partsOfOneNameAreRefused() throws Exception {
    assertRefused("two parts", new ZipBytes().part(PICKLE, NONE).part(PICKLE, NONE).end());
    assertRefused("two parts", new ZipBytes().part(PICKLE, NONE).part("b/data.pkl", NONE).end());
  }

  @Test
  void twoDescriptionsThatDifferAreRefused() throws Exception {
    for (Entry lie :
        List.of(
            TRUE.named("archive/data.pkx"),
            TRUE.named("archive/data.pkl.x"),
            TRUE.sized(2),
            TRUE.sized(0),
            TRUE.method(8),
            new Entry(PICKLE, 0, 0, 7, NONE.length, new byte[0]))) {
      assertRefused("in two ways", one(lie, TRUE));
      assertRefused("", one(TRUE, lie));
    }
  }

  @Test
  void aWrongChecksumIsFound() throws Exception {
    Entry wrong = new Entry(PICKLE, 0, 0, 7, NONE.length, new byte[0]);
    assertRefused("checksum", one(wrong, wrong));
  }

  @Test
  void sizesOfZip64ThatLieAreRefused() throws Exception {
    for (long size : new long[] {1L << 60, Long.MAX_VALUE, -1, Long.MIN_VALUE, 1L << 33}) {
      Entry lie = TRUE.sized(0xFFFFFFFFL).extra(ZipBytes.zip64(size));
      assertRefused("", one(lie, lie));
      assertRefused("", one(TRUE, lie));
    }
    assertRefused("", one(TRUE.sized(1 << 30), TRUE.sized(1 << 30)));
  }

  @Test
  void anEncryptedPartIsNamed() throws Exception {
    assertRefused("encrypted", one(TRUE.flagged(1), TRUE.flagged(1)));
  }

  @Test
  void aDirectoryThatIsNotWhereItClaimsIsRefused() throws Exception {
    for (int claimed : new int[] {0, 10, 1 << 20, -1, Integer.MIN_VALUE}) {
      ZipBytes zip = new ZipBytes().part(PICKLE, NONE);
      assertRefused("", zip.end(claimed));
    }
    ZipBytes zip = new ZipBytes();
    zip.local(TRUE, NONE);
    assertRefused("", zip.listed(TRUE, 1 << 20).end());
  }

  @Test
  void aDirectoryOfMillionsIsRefused() throws Exception {
    ZipBytes zip = new ZipBytes().part(PICKLE, NONE);
    for (int i = 0; i < 90_000; i++) {
      zip.listed(TRUE.named("a/" + i), 0);
    }
    assertRefused("longer than that of any checkpoint", zip.end());
  }
}
