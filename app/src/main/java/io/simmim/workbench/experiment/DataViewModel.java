package io.simmim.workbench.experiment;

import io.simmim.core.data.DataSplit;
import io.simmim.core.data.ImageFolder;
import io.simmim.core.fault.DataException;
import io.simmim.workbench.fx.InWords;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The folder of training images, looked through in the background. */
public final class DataViewModel {

  private final Executor background;
  private final Executor toolkit;
  private final StringProperty folder = new SimpleStringProperty(this, "folder", "");
  private final ReadOnlyStringWrapper finding = new ReadOnlyStringWrapper(this, "finding", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyObjectWrapper<Optional<ImageFolder>> images =
      new ReadOnlyObjectWrapper<>(this, "images", Optional.empty());

  public DataViewModel(Executor background, Executor toolkit, String folder) {
    this.background = background;
    this.toolkit = toolkit;
    this.folder.addListener((p, old, now) -> look(now.strip()));
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
  public ReadOnlyObjectProperty<Optional<ImageFolder>> imagesProperty() {
    return images.getReadOnlyProperty();
  }

  private void look(String path) {
    images.set(Optional.empty());
    problem.set("");
    finding.set(path.isEmpty() ? "" : "counting…");
    if (!path.isEmpty()) {
      background.execute(() -> count(path));
    }
  }

  private void count(String path) {
    try {
      ImageFolder found = ImageFolder.scan(DataSplit.trainingPart(Path.of(path)));
      show(path, () -> found(found));
    } catch (DataException e) {
      show(path, () -> failed(e.getMessage()));
    } catch (InvalidPathException e) {
      show(path, () -> failed("This is not the path of a folder: " + e.getReason() + "."));
    }
  }

  private void found(ImageFolder folderOfImages) {
    int classes = folderOfImages.classNames().size();
    finding.set(
        InWords.count(folderOfImages.size())
            + " images"
            + (classes > 0 ? " in " + InWords.count(classes) + " classes" : ""));
    images.set(Optional.of(folderOfImages));
  }

  private void failed(String sentence) {
    finding.set("");
    problem.set(sentence);
  }

  /** Unless another folder was chosen meanwhile. */
  private void show(String path, Runnable result) {
    toolkit.execute(
        () -> {
          if (path.equals(folder.get().strip())) {
            result.run();
          }
        });
  }
}
