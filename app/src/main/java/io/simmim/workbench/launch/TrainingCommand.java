package io.simmim.workbench.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One {@code pretrain} call as it would be typed on a server.
 *
 * @param data folder of images; empty to take that of the configuration
 * @param output folder that holds runs; the run's own folder is {@code output/<MODEL.NAME>/<tag>}
 * @param device {@code cpu} or {@code cuda:N}
 * @param resume checkpoint to go on from
 * @param options keys of the configuration to set, each followed by its value
 */
public record TrainingCommand(
    Path config,
    Optional<Path> data,
    Path output,
    String tag,
    String device,
    Optional<Path> resume,
    List<String> options) {

  public TrainingCommand {
    options = List.copyOf(options);
  }

  /** The words after the program's name. */
  public List<String> arguments() {
    List<String> words = new ArrayList<>(List.of("pretrain", "--cfg", config.toString()));
    data.ifPresent(folder -> words.addAll(List.of("--data-path", folder.toString())));
    words.addAll(List.of("--output", output.toString()));
    words.addAll(List.of("--tag", tag, "--device", device));
    resume.ifPresent(file -> words.addAll(List.of("--resume", file.toString())));
    if (!options.isEmpty()) {
      words.add("--opts");
      words.addAll(options);
    }
    return words;
  }

  /** The same run from another configuration file, changed by options. */
  public TrainingCommand with(Path otherConfig, List<String> newOptions) {
    return new TrainingCommand(otherConfig, data, output, tag, device, resume, newOptions);
  }

  /** The line for a POSIX shell, with {@code program} as its first word. */
  public String shellLine(String program) {
    return program
        + " "
        + arguments().stream().map(TrainingCommand::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
