package io.simmim.workbench.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One call of a command as it would be typed on a server.
 *
 * @param data folder of images; empty to take that of the configuration
 * @param weights checkpoint to begin with; empty for random weights
 * @param output folder that holds runs; the run's own folder is {@code output/<MODEL.NAME>/<tag>}
 * @param device {@code cpu} or {@code cuda:N}
 * @param options keys of the configuration to set, each followed by its value
 */
public record StageCommand(
    RunStage stage,
    Path config,
    Optional<Path> data,
    Optional<Weights> weights,
    Path output,
    String tag,
    String device,
    List<String> options) {

  public StageCommand {
    options = List.copyOf(options);
  }

  /** The words after the program's name. */
  public List<String> arguments() {
    List<String> words = new ArrayList<>(List.of(stage.command(), "--cfg", config.toString()));
    data.ifPresent(folder -> words.addAll(List.of("--data-path", folder.toString())));
    weights.ifPresent(checkpoint -> words.addAll(checkpoint.arguments()));
    words.addAll(List.of("--output", output.toString()));
    words.addAll(List.of("--tag", tag, "--device", device));
    if (!options.isEmpty()) {
      words.add("--opts");
      words.addAll(options);
    }
    return words;
  }

  /** The same run from another configuration file, changed by options. */
  public StageCommand with(Path otherConfig, List<String> newOptions) {
    return new StageCommand(stage, otherConfig, data, weights, output, tag, device, newOptions);
  }

  /** The line for a POSIX shell, with {@code program} as its first word. */
  public String shellLine(String program) {
    List<String> words = new ArrayList<>(List.of(program));
    words.addAll(arguments());
    return ShellWords.line(words);
  }
}
