package io.simmim.workbench.data;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.data.SeenPicture;
import io.simmim.core.data.Sight;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.image.Interpolation;
import io.simmim.core.image.Resize;
import io.simmim.core.image.RgbImage;
import io.simmim.core.image.TransformStage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** One picture as a training sees it, stage by stage, worked out again with every change. */
public final class SightViewModel {

  /** Pictures are shown small; larger ones would only cost time to hand over. */
  private static final int LARGEST = 640;

  private static final String NO_CONFIG =
      "The configuration on the page Experiment has faults: correct them to see what it does.";

  /** What a training's eyes depend on. */
  private record Eyes(SeenBy by, ExperimentConfig config, Path folder) {}

  private record Question(Eyes eyes, Path file, int epoch) {}

  private final Executor background;
  private final Executor toolkit;
  private final ObjectProperty<SeenBy> by =
      new SimpleObjectProperty<>(this, "by", SeenBy.PRETRAINING);
  private final IntegerProperty epoch = new SimpleIntegerProperty(this, "epoch", 0);
  private final ReadOnlyObjectWrapper<List<TransformStage>> stages =
      new ReadOnlyObjectWrapper<>(this, "stages", List.of());
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
  private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper(this, "fault", "");
  private final AtomicLong newest = new AtomicLong();
  private Optional<ExperimentConfig> config = Optional.empty();
  private Optional<Path> folder = Optional.empty();
  private Optional<Path> file = Optional.empty();
  private Optional<Question> asked = Optional.empty();

  // Both are touched by the background thread only.
  private Eyes lastEyes;
  private Sight lastSight;

  /**
   * @param background one thread
   */
  public SightViewModel(Executor background, Executor toolkit) {
    this.background = background;
    this.toolkit = toolkit;
    by.addListener((p, old, now) -> ask());
    epoch.addListener((p, old, now) -> ask());
  }

  /** Whose eyes these are. */
  public ObjectProperty<SeenBy> byProperty() {
    return by;
  }

  /** Which epoch of the training, from 0. */
  public IntegerProperty epochProperty() {
    return epoch;
  }

  /** From the decoded file to the network's input; empty without a picture. */
  public ReadOnlyObjectProperty<List<TransformStage>> stagesProperty() {
    return stages.getReadOnlyProperty();
  }

  /** What else has to be known about the picture; may be empty. */
  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  /** Why nothing can be shown; empty when it can. */
  public ReadOnlyStringProperty faultProperty() {
    return fault.getReadOnlyProperty();
  }

  /** The same picture in the next epoch. */
  public void again() {
    epoch.set(epoch.get() + 1);
  }

  /** The same picture in the epoch before. */
  public void back() {
    epoch.set(Math.max(0, epoch.get() - 1));
  }

  /** Takes a picture of a folder; empty for none. */
  public void show(Optional<Path> newFolder, Optional<Path> newFile) {
    folder = newFolder;
    file = newFile;
    ask();
  }

  /** Takes the configuration of the moment; empty while it has faults. */
  public void take(Optional<ExperimentConfig> newConfig) {
    config = newConfig;
    ask();
  }

  private void ask() {
    if (folder.isEmpty() || file.isEmpty()) {
      newest.incrementAndGet();
      asked = Optional.empty();
      tell(List.of(), "", "");
    } else if (config.isEmpty()) {
      newest.incrementAndGet();
      asked = Optional.empty();
      tell(List.of(), "", NO_CONFIG);
    } else {
      Eyes eyes = new Eyes(by.get(), config.get(), folder.get());
      Optional<Question> question = Optional.of(new Question(eyes, file.get(), epoch.get()));
      if (!question.equals(asked)) {
        asked = question;
        long number = newest.incrementAndGet();
        background.execute(() -> answer(number, question.get()));
      }
    }
  }

  private void answer(long number, Question question) {
    if (number != newest.get()) {
      return;
    }
    try {
      SeenPicture seen = sight(question.eyes()).look(question.file(), question.epoch());
      List<TransformStage> small = seen.stages().stream().map(SightViewModel::small).toList();
      tellIfNewest(number, small, seen.note().orElse(""), "");
    } catch (SimMimException e) {
      tellIfNewest(number, List.of(), "", e.getMessage());
    } catch (IllegalArgumentException e) {
      // A configuration for another stage can be one that this stage cannot work with.
      tellIfNewest(
          number,
          List.of(),
          "",
          "The configuration on the page Experiment does not fit this stage: "
              + e.getMessage()
              + ".");
    }
  }

  private Sight sight(Eyes eyes) throws SimMimException {
    if (!eyes.equals(lastEyes)) {
      lastSight = eyes.by().sight(eyes.config(), eyes.folder());
      lastEyes = eyes;
    }
    return lastSight;
  }

  private static TransformStage small(TransformStage stage) {
    RgbImage image = stage.image();
    double factor = (double) LARGEST / Math.max(image.width(), image.height());
    if (factor >= 1) {
      return stage;
    }
    Resize resize =
        new Resize(
            Math.max(1, (int) Math.round(image.width() * factor)),
            Math.max(1, (int) Math.round(image.height() * factor)),
            Interpolation.BILINEAR);
    return new TransformStage(stage.title(), stage.caption(), resize.apply(image));
  }

  private void tellIfNewest(
      long number, List<TransformStage> now, String newNote, String newFault) {
    toolkit.execute(
        () -> {
          if (number == newest.get()) {
            tell(now, newNote, newFault);
          }
        });
  }

  private void tell(List<TransformStage> now, String newNote, String newFault) {
    note.set(newNote);
    fault.set(newFault);
    stages.set(now);
  }
}
