package io.simmim.core.cli;

import io.simmim.core.queue.RunQueue;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which queue a command is about. */
final class QueueFolder {

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = "output",
      description = "Folder of runs that the queue belongs to (default: ${DEFAULT-VALUE}).")
  private Path output;

  RunQueue queue() {
    return new RunQueue(output);
  }
}
