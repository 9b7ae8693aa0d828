package io.simmim.core.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Budgets that keep the source readable: small files, every package introduced. */
class SourceFilesTest {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final int MEDIAN_LINES = 100;
  private static final int MOST_LINES = 500;

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertTrue(sources.size() >= 60, "only " + sources.size() + " source files found");
      return sources;
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyPackageIsIntroduced() throws IOException {
    List<Path> silent =
        sources().stream()
            .map(Path::getParent)
            .distinct()
            .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
            .toList();
    assertEquals(List.of(), silent);
  }

  @Test
  void filesAreShort() throws IOException {
    TreeMap<Path, Long> lengths =
        sources().stream()
            .collect(
                Collectors.toMap(
                    Function.identity(), SourceFilesTest::lines, Long::sum, TreeMap::new));
    List<Long> sorted = lengths.values().stream().sorted().toList();
    long median = sorted.get(sorted.size() / 2);
    assertTrue(median < MEDIAN_LINES, "median length " + median);
    lengths.values().removeIf(length -> length <= MOST_LINES);
    assertTrue(lengths.isEmpty(), () -> "longer than " + MOST_LINES + " lines: " + lengths);
  }
}
