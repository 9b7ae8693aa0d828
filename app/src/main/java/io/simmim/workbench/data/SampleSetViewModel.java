package io.simmim.workbench.data;

import io.simmim.core.data.scene.SampleDataset;
import io.simmim.core.data.scene.SampleScene;
import io.simmim.core.fault.DataException;
import io.simmim.workbench.fx.Latest;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Draws a sample data set in the background, as the command {@code samples} does. */
public final class SampleSetViewModel {

  static final int SIDE = 256;
  static final double VALIDATION_SHARE = 0.15;

  private final Executor background;
  private final Executor toolkit;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
  private Job job = new Job();

  /**
   * @param background gives every task a thread of its own
   */
  public SampleSetViewModel(Executor background, Executor toolkit) {
    this.background = background;
    this.toolkit = toolkit;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Share of the pictures drawn, 0 to 1. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** How many pictures are drawn, in words. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /** Pictures in a set of so many of each kind. */
  public static int size(int perKind) {
    return perKind * SampleScene.values().length;
  }

  /**
   * Begins a set; one under way is given up.
   *
   * @param folder new or empty
   * @param perKind pictures of each kind
   * @param done is given the folder when the set is complete
   * @param fault is given one sentence when it cannot be written
   */
  public void draw(Path folder, int perKind, Consumer<Path> done, Consumer<String> fault) {
    job.cancel();
    Job now = new Job();
    job = now;
    busy.set(true);
    show(0, size(perKind));
    background.execute(() -> run(now, folder, perKind, done, fault));
  }

  /** Gives up; the pictures drawn so far remain. */
  public void cancel() {
    job.cancel();
    busy.set(false);
  }

  private void run(Job now, Path folder, int perKind, Consumer<Path> done, Consumer<String> fault) {
    int total = size(perKind);
    Latest<Integer> drawn =
        new Latest<>(toolkit, count -> ifCurrent(now, () -> show(count, total)));
    try {
      if (now.begin()) {
        SampleDataset.write(
            folder, perKind, SIDE, VALIDATION_SHARE, 0, (count, all) -> drawn.offer(count));
        end(now, () -> done.accept(folder));
      }
    } catch (DataException e) {
      end(now, () -> fault.accept(e.getMessage()));
    } catch (InterruptedException e) {
      // Given up; the window has shown so already.
      Thread.currentThread().interrupt();
    } finally {
      now.end();
    }
  }

  private void end(Job now, Runnable then) {
    toolkit.execute(
        () ->
            ifCurrent(
                now,
                () -> {
                  busy.set(false);
                  then.run();
                }));
  }

  private void ifCurrent(Job which, Runnable task) {
    if (which == job && busy.get()) {
      task.run();
    }
  }

  private void show(int count, int total) {
    progress.set((double) count / total);
    words.set("Drawing sample pictures: %d of %d".formatted(count, total));
  }
}
