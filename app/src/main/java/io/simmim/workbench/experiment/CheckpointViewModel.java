package io.simmim.workbench.experiment;

import io.simmim.core.fault.CheckpointException;
import io.simmim.workbench.launch.RunStage;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The checkpoint to begin with, looked into in the background with the eyes of a stage. */
public final class CheckpointViewModel {

  private record Question(String file, RunStage stage) {}

  private final Executor background;
  private final Executor toolkit;
  private final StringProperty file = new SimpleStringProperty(this, "file", "");
  private final BooleanProperty partly = new SimpleBooleanProperty(this, "partly");
  private final ReadOnlyStringWrapper finding = new ReadOnlyStringWrapper(this, "finding", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyObjectWrapper<Optional<Path>> usable =
      new ReadOnlyObjectWrapper<>(this, "usable", Optional.empty());
  private RunStage stage = RunStage.PRETRAIN;

  public CheckpointViewModel(Executor background, Executor toolkit) {
    this.background = background;
    this.toolkit = toolkit;
    file.addListener((p, old, now) -> look());
  }

  /** Path of the file, as typed or chosen; empty for none. */
  public StringProperty fileProperty() {
    return file;
  }

  /** Whether parameters of the encoder that the file lacks may stay random. */
  public BooleanProperty partlyProperty() {
    return partly;
  }

  /** What the file is, in words. */
  public ReadOnlyStringProperty findingProperty() {
    return finding.getReadOnlyProperty();
  }

  /** Why the file cannot be used; empty while it can, and without a file. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The file, once it was looked into and found to serve. */
  public ReadOnlyObjectProperty<Optional<Path>> usableProperty() {
    return usable.getReadOnlyProperty();
  }

  /** Whether a file is wanted that was not, or not yet, found to serve. */
  boolean isUnsettled() {
    return !file.get().isBlank() && usable.get().isEmpty();
  }

  void setStage(RunStage now) {
    if (now != stage) {
      stage = now;
      look();
    }
  }

  private void look() {
    Question question = question();
    boolean nothing = question.file().isEmpty() || !stage.classifies();
    usable.set(Optional.empty());
    problem.set("");
    finding.set(nothing ? "" : "reading…");
    if (!nothing) {
      background.execute(() -> read(question));
    }
  }

  private void read(Question question) {
    try {
      Path path = Path.of(question.file()).toAbsolutePath();
      CheckpointFacts facts = CheckpointFacts.read(path);
      String objection = facts.objection(question.stage());
      answer(
          question,
          () -> {
            finding.set(objection.isEmpty() ? facts.inWords() : "");
            problem.set(objection);
            usable.set(objection.isEmpty() ? Optional.of(path) : Optional.empty());
          });
    } catch (CheckpointException e) {
      answer(question, () -> failed(e.getMessage()));
    } catch (InvalidPathException e) {
      answer(question, () -> failed("This is not the path of a file: " + e.getReason() + "."));
    }
  }

  private void failed(String sentence) {
    finding.set("");
    problem.set(sentence);
  }

  /** Unless another file or stage was chosen meanwhile. */
  private void answer(Question question, Runnable result) {
    toolkit.execute(
        () -> {
          if (question.equals(question())) {
            result.run();
          }
        });
  }

  private Question question() {
    return new Question(file.get().strip(), stage);
  }
}
