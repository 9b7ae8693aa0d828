package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.DataException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Command(name = "work")
  private record Work(Callable<Integer> task) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      return task.call();
    }
  }

  private int run(Callable<Integer> task, String... arguments) {
    CommandLine line = new CommandLine(new SimMim()).addSubcommand(new Work(task));
    return Main.run(line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)), arguments);
  }

  @Test
  void returnsWhatTheCommandReturns() {
    assertEquals(0, run(() -> 0, "work"));
    assertEquals(130, run(() -> 130, "work"));
    assertEquals("", err.toString());
  }

  @Test
  void printsOnlyTheSentenceOfAnExpectedFailure() {
    int exitCode =
        run(
            () -> {
              throw new DataException("No images in /x: give a folder with images.");
            },
            "work");
    assertEquals(1, exitCode);
    assertEquals("No images in /x: give a folder with images.", err.toString().strip());
  }

  @Test
  void writesTheDetailsOfAnUnexpectedFailureIntoAFile() throws Exception {
    int exitCode =
        run(
            () -> {
              throw new IllegalStateException("surprise\nsecond line");
            },
            "work");
    assertEquals(1, exitCode);
    assertEquals(1, err.toString().lines().count());
    Matcher file = Pattern.compile("details are in (.+)\\.$").matcher(err.toString().strip());
    assertTrue(file.find(), err.toString());
    Path details = Path.of(file.group(1));
    assertTrue(Files.readString(details).contains("at io.simmim.core.cli.MainTest"));
    Files.delete(details);
  }

  @Test
  void saysWhatToDoWhenMemoryIsUsedUp() {
    int exitCode =
        run(
            () -> {
              throw new OutOfMemoryError("heap");
            },
            "work");
    assertEquals(1, exitCode);
    assertTrue(err.toString().contains("SIMMIM_JAVA_OPTS"), err.toString());
  }

  @Test
  void refusesWhatItDoesNotKnowWithExitCodeTwo() {
    assertEquals(2, run(() -> 0, "works"));
    assertTrue(err.toString().contains("work"), err.toString());
    assertTrue(err.toString().contains("simmim --help"), err.toString());
    assertEquals(2, run(() -> 0));
    assertEquals(2, run(() -> 0, "work", "--speed", "9"));
  }

  @Test
  void explainsItself() {
    assertEquals(0, run(() -> 0, "--help"));
    assertTrue(out.toString().contains("130"), out.toString());
    assertEquals(0, run(() -> 0, "--version"));
    assertFalse(out.toString().contains("${"), out.toString());
  }
}
