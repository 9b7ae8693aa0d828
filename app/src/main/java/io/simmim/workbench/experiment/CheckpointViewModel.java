package io.simmim.workbench.experiment;

import io.simmim.core.fault.CheckpointException;
import io.simmim.core.inspect.Inspection;
import io.simmim.workbench.launch.RunStage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;

/** The checkpoint to begin with, looked into in the background with the eyes of a stage. */
public final class CheckpointViewModel {

  private final StagePath<Path> file;
  private final BooleanProperty partly = new SimpleBooleanProperty(this, "partly");

  public CheckpointViewModel(Executor background, Executor toolkit) {
    file =
        new StagePath<>(
            background, toolkit, "reading…", RunStage::classifies, CheckpointViewModel::read);
  }

  private static StagePath.Finding<Path> read(String file, RunStage stage)
      throws CheckpointException {
    Path path = Path.of(file).toAbsolutePath();
    CheckpointFacts facts = new CheckpointFacts(Inspection.of(path));
    return new StagePath.Finding<>(path, facts.inWords(), facts.objection(stage));
  }

  /** Path of the file, as typed or chosen; empty for none. */
  public StringProperty fileProperty() {
    return file.pathProperty();
  }

  /** Whether parameters of the encoder that the file lacks may stay random. */
  public BooleanProperty partlyProperty() {
    return partly;
  }

  /** What the file is, in words. */
  public ReadOnlyStringProperty findingProperty() {
    return file.wordsProperty();
  }

  /** Why the file cannot be used; empty while it can, and without a file. */
  public ReadOnlyStringProperty problemProperty() {
    return file.problemProperty();
  }

  /** The file, once it was looked into and found to serve. */
  public ReadOnlyObjectProperty<Optional<Path>> usableProperty() {
    return file.foundProperty();
  }

  /** Whether a file is wanted that was not, or not yet, found to serve. */
  boolean isUnsettled() {
    return !file.pathProperty().get().isBlank() && usableProperty().get().isEmpty();
  }

  void setStage(RunStage now) {
    file.setStage(now);
  }
}
