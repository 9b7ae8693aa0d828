package io.simmim.core.queue;

import io.simmim.core.run.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A run to be put into the queue.
 *
 * @param arguments of the command line, the name of the stage first
 * @param config the text of its configuration, of which it gets a copy; empty for a command without
 *     {@code --cfg}
 * @param folder where the run will be
 * @param device {@code cpu} or {@code cuda:N}
 * @param directory that relative paths in {@code arguments} begin at
 */
public record QueueOrder(
    List<String> arguments,
    Optional<String> config,
    RunFolder folder,
    String device,
    Path directory) {

  public QueueOrder {
    arguments = List.copyOf(arguments);
    if (arguments.isEmpty()) {
      throw new IllegalArgumentException("expected the name of a stage first, got no argument");
    }
  }

  /** Names what belongs to it in the queue; no two runs of a folder of runs have the same. */
  String id() {
    Path path = folder.path().toAbsolutePath().normalize();
    return (path.getParent().getFileName() + "__" + path.getFileName())
        .replaceAll("[^\\w.+=@-]", "_");
  }

  /** The arguments with the copy in the place of the configuration. */
  List<String> argumentsWith(Path copy) {
    return ConfigArgument.replaced(arguments, copy.toString());
  }
}
