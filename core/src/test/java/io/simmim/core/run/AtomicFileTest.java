package io.simmim.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void replacesTheWholeContent() throws Exception {
    Path file = folder.resolve("a.txt");
    AtomicFile.writeString(file, "a longer first text");
    AtomicFile.writeString(file, "zweiter Täxt");
    assertEquals("zweiter Täxt", Files.readString(file));
    assertEquals(List.of("a.txt"), names());
  }

  @Test
  void keepsTheOldContentWhenTheWriterFailsHalfWay() throws Exception {
    Path file = folder.resolve("a.txt");
    AtomicFile.writeString(file, "old");
    assertThrows(
        IOException.class,
        () ->
            AtomicFile.write(
                file,
                channel -> {
                  channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
                  throw new IOException("disk full");
                }));
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("a.txt"), names());
  }

  @Test
  void showsNothingUnderTheFinalNameWhileWriting() throws Exception {
    Path file = folder.resolve("new/b.bin");
    AtomicFile.write(
        file,
        channel -> {
          channel.write(ByteBuffer.wrap(new byte[] {1}));
          assertEquals(false, Files.exists(file));
        });
    assertEquals(1, Files.size(file));
  }
}
