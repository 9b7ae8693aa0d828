package io.simmim.core.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole corpus in a virtual machine that has no more than the 256 MB that any file may take,
 * for heap and direct buffers together, however large the file. The counts are left in {@code
 * target/hostile-corpus.txt}.
 */
class HostileCorpusMemoryTest {

  private static final Path COUNTS = Path.of("target/hostile-corpus.txt");

  @TempDir private Path folder;

  @Test
  void noFileTakesMoreMemoryThanAllowed() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx240m",
                "-XX:MaxDirectMemorySize=16m",
                "-cp",
                System.getProperty("java.class.path"),
                HostileCorpusRun.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(COUNTS.toFile())
            .start();
    int exitCode = process.waitFor();
    List<String> printed = Files.readAllLines(COUNTS);
    assertEquals(0, exitCode, () -> String.join("\n", printed));
    assertTrue(printed.size() > 9, printed.toString());
  }
}
