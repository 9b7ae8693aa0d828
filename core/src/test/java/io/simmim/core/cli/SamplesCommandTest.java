package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.data.scene.SampleScene;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SamplesCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = new CommandLine(new SimMim());
    return Main.run(line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)), arguments);
  }

  @Test
  void drawsEveryKindAndSaysWhere() throws Exception {
    Path samples = folder.resolve("samples");
    int kinds = SampleScene.values().length;
    assertEquals(0, run("samples", samples.toString(), "--per-kind", "2", "--size", "16"));
    try (Stream<Path> files = Files.walk(samples)) {
      assertEquals(2L * kinds, files.filter(file -> file.toString().endsWith(".jpg")).count());
    }
    assertTrue(out.toString().contains(2 * kinds + " images"), out.toString());
    assertTrue(out.toString().contains(samples.toString()), out.toString());
  }

  @Test
  void refusesNumbersThatMakeNoSense() {
    assertEquals(2, run("samples", folder.toString(), "--size", "4"));
    assertTrue(err.toString().contains("--size must be at least 8"), err.toString());
    assertEquals(2, run("samples", folder.toString(), "--val", "1"));
    assertEquals(2, run("samples", folder.toString(), "--per-kind", "many"));
    assertEquals(2, run("samples"));
  }

  @Test
  void failsInAFolderOfOtherThings() throws Exception {
    Files.writeString(folder.resolve("thesis.tex"), "text");
    assertEquals(1, run("samples", folder.toString()));
    assertTrue(err.toString().contains(folder.toString()), err.toString());
  }
}
