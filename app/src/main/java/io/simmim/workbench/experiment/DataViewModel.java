package io.simmim.workbench.experiment;

import io.simmim.core.fault.DataException;
import io.simmim.workbench.launch.RunStage;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The folder of images, looked through in the background with the eyes of a stage. */
public final class DataViewModel {

  private record Question(String folder, RunStage stage) {}

  private final Executor background;
  private final Executor toolkit;
  private final StringProperty folder = new SimpleStringProperty(this, "folder", "");
  private final ReadOnlyStringWrapper finding = new ReadOnlyStringWrapper(this, "finding", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyObjectWrapper<Optional<DataSet>> images =
      new ReadOnlyObjectWrapper<>(this, "images", Optional.empty());
  private RunStage stage = RunStage.PRETRAIN;

  public DataViewModel(Executor background, Executor toolkit, String folder) {
    this.background = background;
    this.toolkit = toolkit;
    this.folder.addListener((p, old, now) -> look());
    this.folder.set(folder);
  }

  /** Path of the folder, as typed or chosen. */
  public StringProperty folderProperty() {
    return folder;
  }

  /** What was found, in words. */
  public ReadOnlyStringProperty findingProperty() {
    return finding.getReadOnlyProperty();
  }

  /** Why the folder cannot be used; empty while it can. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The images, once they are counted. */
  public ReadOnlyObjectProperty<Optional<DataSet>> imagesProperty() {
    return images.getReadOnlyProperty();
  }

  /** Looks again: another stage may need other images of the same folder. */
  void setStage(RunStage now) {
    if (now != stage) {
      stage = now;
      look();
    }
  }

  private void look() {
    Question question = question();
    images.set(Optional.empty());
    problem.set("");
    boolean nothing = question.folder().isEmpty() || !stage.needsImages();
    finding.set(nothing ? "" : "counting…");
    if (!nothing) {
      background.execute(() -> count(question));
    }
  }

  private void count(Question question) {
    try {
      DataSet found = DataSet.of(question.folder(), question.stage());
      answer(question, () -> found(found));
    } catch (DataException e) {
      answer(question, () -> failed(e.getMessage()));
    }
  }

  private void found(DataSet found) {
    finding.set(found.inWords());
    images.set(Optional.of(found));
  }

  private void failed(String sentence) {
    finding.set("");
    problem.set(sentence);
  }

  /** Unless another folder or stage was chosen meanwhile. */
  private void answer(Question question, Runnable result) {
    toolkit.execute(
        () -> {
          if (question.equals(question())) {
            result.run();
          }
        });
  }

  private Question question() {
    return new Question(folder.get().strip(), stage);
  }
}
