package io.simmim.core.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A program that this process starts, listens to and takes along when it ends itself: for what may
 * crash, or must not share its memory with anything else.
 */
public final class ChildProgram {

  private static final String PARENT = "simmim.parent";

  private final JavaProgram program;

  public ChildProgram(JavaProgram program) {
    this.program = program;
  }

  /**
   * How it ended.
   *
   * @param complaint last line of its standard error; empty when there was none
   */
  public record Ended(int exitValue, String complaint) {}

  /**
   * Runs it to its end.
   *
   * @param line told each line of its standard output as it comes
   * @throws IOException when it cannot be started
   * @throws InterruptedException when this thread is interrupted; the program is ended
   */
  public Ended run(List<String> arguments, Consumer<String> line)
      throws IOException, InterruptedException {
    Path errors = Files.createTempFile("simmim-child-", ".err");
    try {
      Process process = new ProcessBuilder(words(arguments)).redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      Thread taken = new Thread(process::destroyForcibly);
      Runtime.getRuntime().addShutdownHook(taken);
      try (BufferedReader lines = process.inputReader()) {
        for (String said = lines.readLine(); said != null; said = lines.readLine()) {
          line.accept(said);
        }
        return new Ended(process.waitFor(), lastLine(errors));
      } finally {
        process.destroyForcibly();
        forget(taken);
      }
    } finally {
      Files.deleteIfExists(errors);
    }
  }

  private List<String> words(List<String> arguments) {
    List<String> words = new ArrayList<>(List.of(program.java().toString()));
    words.addAll(program.options());
    // A crash is told by whoever listens: no report of it into the user's folder.
    words.add("-XX:+SuppressFatalErrorMessage");
    words.add("-D" + PARENT + "=" + ProcessHandle.current().pid());
    words.addAll(List.of("-cp", program.classPath(), program.mainClass()));
    words.addAll(arguments);
    return words;
  }

  /**
   * For the program that was started: it ends when the one that started it is gone, however that
   * ended. Does nothing in a program that was started otherwise.
   */
  public static void endWithParent() {
    Long parent = Long.getLong(PARENT);
    if (parent == null) {
      return;
    }
    Thread watch = new Thread(() -> outlive(parent), "parent");
    watch.setDaemon(true);
    watch.start();
  }

  private static void outlive(long parent) {
    ProcessHandle.of(parent).ifPresent(process -> process.onExit().join());
    Runtime.getRuntime().halt(1);
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This process is ending, and the hook is at work.
    }
  }

  private static String lastLine(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    List<String> lines = text.lines().filter(said -> !said.isBlank()).toList();
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
  }
}
