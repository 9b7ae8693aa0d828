package io.simmim.workbench.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

  @TempDir Path folder;

  @Test
  void aLineCountsOnceItIsWhole() throws Exception {
    Path file = folder.resolve("log.txt");
    LogTail tail = new LogTail(file);
    assertTrue(tail.poll().isEmpty(), "no file yet");
    Files.writeString(file, "one\ntw");
    assertEquals(List.of("one"), tail.poll().orElseThrow().lines());
    Files.writeString(file, "o\n", StandardOpenOption.APPEND);
    assertEquals(List.of("one", "two"), tail.poll().orElseThrow().lines());
    assertTrue(tail.poll().isEmpty());
  }

  @Test
  void onlyTheLastLinesOfALongLogAreKept() throws Exception {
    Path file = folder.resolve("log.txt");
    Files.write(file, IntStream.range(0, 5000).mapToObj(i -> "line " + i).toList());
    LogLines lines = new LogTail(file).poll().orElseThrow();
    assertEquals(2000, lines.lines().size());
    assertEquals("line 4999", lines.lines().get(1999));
    assertEquals(3000, lines.firstNumber());
  }
}
