package io.simmim.workbench.experiment;

import io.simmim.core.fault.DataException;
import io.simmim.workbench.launch.RunStage;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;

/** The folder of images, looked through in the background with the eyes of a stage. */
public final class DataViewModel {

  private final StagePath<DataSet> folder;

  public DataViewModel(Executor background, Executor toolkit, String folder) {
    this.folder =
        new StagePath<>(
            background, toolkit, "counting…", RunStage::needsImages, DataViewModel::count);
    this.folder.pathProperty().set(folder);
  }

  private static StagePath.Finding<DataSet> count(String folder, RunStage stage)
      throws DataException {
    DataSet images = DataSet.of(folder, stage);
    return new StagePath.Finding<>(images, images.inWords(), "");
  }

  /** Path of the folder, as typed or chosen. */
  public StringProperty folderProperty() {
    return folder.pathProperty();
  }

  /** What was found, in words. */
  public ReadOnlyStringProperty findingProperty() {
    return folder.wordsProperty();
  }

  /** Why the folder cannot be used; empty while it can. */
  public ReadOnlyStringProperty problemProperty() {
    return folder.problemProperty();
  }

  /** The images, once they are counted. */
  public ReadOnlyObjectProperty<Optional<DataSet>> imagesProperty() {
    return folder.foundProperty();
  }

  void setStage(RunStage now) {
    folder.setStage(now);
  }
}
