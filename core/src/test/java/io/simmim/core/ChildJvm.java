package io.simmim.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Another Java process on the tests' class path, which says one line when it is ready. */
public record ChildJvm(Process process, BufferedReader output) implements AutoCloseable {

  /** Starts {@code main} and waits until it has printed its first line. */
  public static ChildJvm ready(Class<?> main, String... arguments) throws IOException {
    ChildJvm child = start(main, arguments);
    if (child.output.readLine() == null) {
      throw new IOException(main + " ended before it was ready");
    }
    return child;
  }

  private static ChildJvm start(Class<?> main, String... arguments) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        Stream.concat(
                Stream.of(
                    java, "-Xmx128m", "-cp", System.getProperty("java.class.path"), main.getName()),
                Stream.of(arguments))
            .toList();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new ChildJvm(process, process.inputReader(StandardCharsets.UTF_8));
  }

  /** SIGKILL, as the system does when memory runs out. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
