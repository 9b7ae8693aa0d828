package io.simmim.core.train;

import io.simmim.core.checkpoint.TrainingCheckpoint.Origin;
import io.simmim.core.data.ImageFolder;
import io.simmim.core.fault.DataException;
import io.simmim.core.run.ProgramVersion;
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
 * @param allowChanges whether a run may go on with another configuration or other images
 */
public record Invocation(
    List<String> commandLine,
    String configName,
    String device,
    List<String> notes,
    boolean allowChanges) {

  public Invocation {
    commandLine = List.copyOf(commandLine);
    notes = List.copyOf(notes);
  }

  /** An invocation with nothing to remark. */
  public Invocation(List<String> commandLine, String configName, String device) {
    this(commandLine, configName, device, List.of(), false);
  }

  /** The same, allowing changes or not. */
  public Invocation allowingChanges(boolean allowed) {
    return new Invocation(commandLine, configName, device, notes, allowed);
  }

  /** What the run is trained with. */
  Origin origin(ImageFolder images) {
    return new Origin(ProgramVersion.current(), images.fingerprint(), device);
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
