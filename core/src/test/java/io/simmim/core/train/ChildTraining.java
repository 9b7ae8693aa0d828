package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.simmim.core.config.ConfigWriter;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.run.EventReader;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The real command line on a very small model, in a process of its own.
 *
 * @param command such as {@code pretrain}
 */
record ChildTraining(Path root, String command, ExperimentConfig config, RunFolder folder) {

  /** A training whose configuration is written into {@code root}. */
  static ChildTraining of(TinyRun tiny, Path root, String command, ExperimentConfig config)
      throws IOException {
    Files.writeString(root.resolve("config.yaml"), ConfigWriter.toYaml(config));
    return new ChildTraining(root, command, config, tiny.folder(config));
  }

  Process start() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    File output = root.resolve("trainer.txt").toFile();
    return new ProcessBuilder(
            java,
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "io.simmim.core.cli.Main",
            command,
            "--cfg",
            root.resolve("config.yaml").toString(),
            "--data-path",
            config.data().dataPath(),
            "--output",
            config.output(),
            "--tag",
            config.tag())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
        .start();
  }

  /** Runs to the end. */
  void finish() throws Exception {
    assertEquals(0, start().waitFor(), this::output);
  }

  /** What the processes have said. */
  String output() {
    try {
      return Files.readString(root.resolve("trainer.txt"));
    } catch (IOException e) {
      return "";
    }
  }

  List<RunEvent> events() throws Exception {
    return new EventReader(folder.events()).poll();
  }

  <E extends RunEvent> List<E> events(Class<E> type) throws Exception {
    return events().stream().filter(type::isInstance).map(type::cast).toList();
  }

  byte[] lastCheckpoint() throws IOException {
    return Files.readAllBytes(folder.checkpoint(config.train().epochs() - 1));
  }

  /** Waits until something is so or the process has ended; returns whether it still runs. */
  static boolean await(Process process, BooleanSupplier condition) throws InterruptedException {
    while (process.isAlive() && !condition.getAsBoolean()) {
      Thread.sleep(1);
    }
    return process.isAlive();
  }
}
