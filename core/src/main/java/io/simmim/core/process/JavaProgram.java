package io.simmim.core.process;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The training core as a program to start: a Java executable, its options, its class path and its
 * main class.
 */
public record JavaProgram(Path java, List<String> options, String classPath, String mainClass) {

  private static final String TRAINING_MAIN = "io.simmim.core.cli.Main";
  private static final Path NEW_SESSION = Path.of("/usr/bin/setsid");

  /**
   * Garbage is collected before there is more of it. Left to itself, Java lets it grow to several
   * times what a training needs, by how busy the machine is, so that no two runs take the same
   * memory. The launcher says the same.
   */
  private static final String LITTLE_GARBAGE = "-XX:MaxNewSize=256m";

  /** Options of this process that a training needs as well: memory and access to the engine. */
  private static final List<String> SHARED =
      List.of("-Xmx", "-XX:MaxNewSize", "-Dai.djl.", "--enable-native-access");

  public JavaProgram {
    options = List.copyOf(options);
  }

  /** The training command line, run by the Java and from the class path of this very process. */
  public static JavaProgram training() {
    // Of an option that is given twice, the last one counts.
    List<String> options = new ArrayList<>(List.of(LITTLE_GARBAGE));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> SHARED.stream().anyMatch(option::startsWith))
        .forEach(options::add);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new JavaProgram(java, options, System.getProperty("java.class.path"), TRAINING_MAIN);
  }

  /** The words that start it with {@code arguments}. */
  public List<String> words(List<String> arguments) {
    List<String> words = new ArrayList<>();
    if (Files.isExecutable(NEW_SESSION)) {
      // Closing the terminal that the starter came from must not end the run.
      words.add(NEW_SESSION.toString());
    }
    words.add(java.toString());
    words.addAll(options);
    words.addAll(List.of("-Djava.awt.headless=true", "-cp", classPath, mainClass));
    words.addAll(arguments);
    return words;
  }

  /**
   * Starts it so that it owes this process nothing: nothing to read, output into files (a pipe that
   * nobody reads would block it), a session of its own.
   *
   * @param directory that relative paths in the arguments begin at
   * @param files existing folder for what it prints: {@code <name>.out} and {@code <name>.err}
   */
  public Process start(List<String> arguments, Path directory, Path files, String name)
      throws IOException {
    return new ProcessBuilder(words(arguments))
        .directory(directory.toAbsolutePath().toFile())
        .redirectInput(ProcessBuilder.Redirect.from(nothing()))
        .redirectOutput(files.resolve(name + ".out").toFile())
        .redirectError(files.resolve(name + ".err").toFile())
        .start();
  }

  private static File nothing() {
    boolean windows = File.separatorChar == '\\';
    return new File(windows ? "NUL" : "/dev/null");
  }
}
