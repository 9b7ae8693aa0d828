package io.simmim.workbench.launch;

import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.Overrides;
import io.simmim.core.queue.QueueOrder;
import io.simmim.core.run.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Commands as a queue takes them. */
public final class QueueOrders {

  private static final String NAME = "MODEL.NAME";

  private QueueOrders() {}

  /** Each command with a copy of {@code yaml}, which names the folder of its run. */
  public static List<QueueOrder> of(List<StageCommand> commands, String yaml) {
    String name =
        new ConfigLoader()
            .parse(yaml, Path.of(""), "configuration", Overrides.none())
            .draft()
            .model()
            .name();
    return commands.stream().map(command -> order(command, name, yaml)).toList();
  }

  private static QueueOrder order(StageCommand command, String name, String yaml) {
    int key = command.options().lastIndexOf(NAME);
    String own = key < 0 ? name : command.options().get(key + 1);
    return new QueueOrder(
        command.arguments(),
        Optional.of(yaml),
        RunFolder.of(command.output(), own, command.tag()),
        command.device(),
        Path.of(""));
  }
}
