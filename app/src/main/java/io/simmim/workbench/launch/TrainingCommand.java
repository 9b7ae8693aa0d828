package io.simmim.workbench.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One {@code pretrain} call as it would be typed on a server.
 *
 * @param output folder that holds runs; the run's own folder is {@code output/<MODEL.NAME>/<tag>}
 * @param device {@code cpu} or {@code cuda:N}
 * @param resume checkpoint to go on from
 */
public record TrainingCommand(
    Path config, Path data, Path output, String tag, String device, Optional<Path> resume) {

  /** The words after the program's name. */
  public List<String> arguments() {
    List<String> words = new ArrayList<>(List.of("pretrain", "--cfg", config.toString()));
    words.addAll(List.of("--data-path", data.toString()));
    words.addAll(List.of("--output", output.toString()));
    words.addAll(List.of("--tag", tag, "--device", device));
    resume.ifPresent(file -> words.addAll(List.of("--resume", file.toString())));
    return words;
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
