package io.simmim.core.train;

import io.simmim.core.data.ImageFolder;
import io.simmim.core.run.RunManifest;
import java.util.List;

/**
 * How a run was started.
 *
 * @param commandLine the arguments
 * @param configName file name of the configuration, without ending
 * @param device {@code cpu} or {@code cuda:N}
 */
public record Invocation(List<String> commandLine, String configName, String device) {

  public Invocation {
    commandLine = List.copyOf(commandLine);
  }

  /** The manifest of the run on these images, starting now. */
  RunManifest manifest(ImageFolder images) {
    return RunManifest.starting(
        commandLine,
        device,
        configName,
        images.root().toAbsolutePath().toString(),
        images.fingerprint());
  }
}
