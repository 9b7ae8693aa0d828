package io.simmim.core.cli;

import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ConfigWriter;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.ConfigException;
import io.simmim.core.queue.QueueOrder;
import io.simmim.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a command would run.
 *
 * @param config the resolved configuration
 * @param cfg the file that it comes from; empty when a checkpoint brings its own
 */
record PlannedRun(ExperimentConfig config, String device, Optional<Path> cfg) {

  static PlannedRun of(ExperimentConfig config, DeviceOption device, Path cfg) {
    return new PlannedRun(config, device.name(), Optional.ofNullable(cfg));
  }

  /** The folder of runs that it belongs to. */
  Path output() {
    return Path.of(config.output()).toAbsolutePath();
  }

  /** The same to be done later, by {@code arguments}. */
  QueueOrder order(List<String> arguments) throws ConfigException {
    Optional<String> text = Optional.empty();
    if (cfg.isPresent()) {
      text = Optional.of(standalone(cfg.get()));
    }
    return new QueueOrder(
        arguments,
        text,
        RunFolder.of(output(), config.model().name(), config.tag()),
        device,
        Path.of("").toAbsolutePath());
  }

  /** A text that names BASE files would lose them in another folder: it is written out in full. */
  private static String standalone(Path file) throws ConfigException {
    try {
      String text = Files.readString(file);
      boolean hasBase = text.lines().anyMatch(line -> line.startsWith("BASE"));
      return hasBase
          ? ConfigWriter.toYaml(new ConfigLoader().load(file, Overrides.none()).draft())
          : text;
    } catch (IOException e) {
      throw new ConfigException(
          "The configuration " + file + " cannot be read; choose another.", e);
    }
  }
}
