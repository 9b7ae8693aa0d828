package io.simmim.core.train;

import io.simmim.core.data.ImageFolder;
import io.simmim.core.fault.DataException;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunManifest;
import java.time.Instant;
import java.util.List;

/**
 * How a run was started.
 *
 * @param commandLine the arguments
 * @param configName file name of the configuration, without ending
 * @param device {@code cpu} or {@code cuda:N}
 * @param notes what reading the configuration remarked, a sentence each
 */
public record Invocation(
    List<String> commandLine, String configName, String device, List<String> notes) {

  public Invocation {
    commandLine = List.copyOf(commandLine);
    notes = List.copyOf(notes);
  }

  /** An invocation with nothing to remark. */
  public Invocation(List<String> commandLine, String configName, String device) {
    this(commandLine, configName, device, List.of());
  }

  /** Tells the notes as events of the run that begins. */
  void tellNotes(RunSession session) throws DataException {
    for (String note : notes) {
      session.accept(new RunEvent.Note(Instant.now(), note));
    }
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
