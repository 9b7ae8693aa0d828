package io.simmim.workbench.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The training core as a program to start: a Java executable, its class path and its main class.
 */
public record JavaProgram(Path java, String classPath, String mainClass) {

  private static final String TRAINING_MAIN = "io.simmim.core.cli.Main";
  private static final int NATIVE_ACCESS_MUST_BE_GRANTED = 24;

  /** The training command line, run by the Java and from the class path of this very window. */
  public static JavaProgram training() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new JavaProgram(java, System.getProperty("java.class.path"), TRAINING_MAIN);
  }

  /** The words that start it with {@code arguments}. */
  public List<String> words(List<String> arguments) {
    List<String> words = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      // A session of its own: closing the terminal that the window came from must not end the run.
      words.add("/usr/bin/setsid");
    }
    words.add(java.toString());
    if (Runtime.version().feature() >= NATIVE_ACCESS_MUST_BE_GRANTED) {
      words.add("--enable-native-access=ALL-UNNAMED");
    }
    words.addAll(List.of("-Djava.awt.headless=true", "-cp", classPath, mainClass));
    words.addAll(arguments);
    return words;
  }
}
