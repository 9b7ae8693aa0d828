package io.simmim.core.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Python with PyTorch 1.13 or newer: {@code python3}, or what the system property {@code python}
 * names.
 */
record PythonInterpreter(String command) {

  private static final Path SCRIPTS = Path.of("src/test/resources/python");
  private static final String CHECK =
      "import torch; v = torch.__version__.split('.'); assert (int(v[0]), int(v[1])) >= (1, 13);"
          + " print(torch.__version__)";

  /** Fails, saying how to get one, when there is none. */
  static PythonInterpreter find() throws Exception {
    PythonInterpreter python = new PythonInterpreter(System.getProperty("python", "python3"));
    try {
      python.check("-c", CHECK);
    } catch (IOException | AssertionError e) {
      throw new AssertionError(
          "'%s' is no Python with PyTorch 1.13 or newer; install one (Debian: apt-get install python3-torch) or name one with -Dpython=/path/to/python."
              .formatted(python.command()),
          e);
    }
    return python;
  }

  /** Whether a module can be imported. */
  boolean has(String module) throws Exception {
    return start(List.of("-c", "import " + module)).exitCode() == 0;
  }

  /** Runs a script to its end; the lines that it printed. */
  List<String> run(String script, Object... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of(SCRIPTS.resolve(script).toString()));
    for (Object argument : arguments) {
      words.add(argument.toString());
    }
    return check(words.toArray(String[]::new));
  }

  private List<String> check(String... words) throws Exception {
    Ended ended = start(List.of(words));
    assertEquals(0, ended.exitCode(), () -> String.join("\n", ended.lines()));
    return ended.lines();
  }

  private record Ended(int exitCode, List<String> lines) {}

  private Ended start(List<String> words) throws Exception {
    Path printed = Files.createTempFile("python", ".txt");
    try {
      List<String> line = new ArrayList<>(List.of(command));
      line.addAll(words);
      ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
      builder.environment().put("PYTHONWARNINGS", "ignore");
      builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
      int exitCode = builder.redirectOutput(printed.toFile()).start().waitFor();
      return new Ended(exitCode, Files.readAllLines(printed));
    } finally {
      Files.delete(printed);
    }
  }
}
