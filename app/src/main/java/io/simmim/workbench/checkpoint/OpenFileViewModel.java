package io.simmim.workbench.checkpoint;

import io.simmim.core.fault.CheckpointException;
import io.simmim.core.inspect.Inspection;
import io.simmim.core.weights.CheckpointFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of the page, looked into in the background; its checksums are left to whoever uses its
 * values. The file that was asked for last is shown; an answer that comes after another one was
 * asked for is dropped.
 */
public final class OpenFileViewModel {

  private static final Logger LOG = LoggerFactory.getLogger(OpenFileViewModel.class);

  private final Executor background;
  private final Executor toolkit;
  private final RecentFiles recent;
  private final ReadOnlyObjectWrapper<OpenState> state =
      new ReadOnlyObjectWrapper<>(this, "state", new OpenState.Nothing());
  private Consumer<Inspection> whenOpened = inspection -> {};
  private OpenState before = new OpenState.Nothing();
  private long newest;

  /**
   * @param background runs every look on a thread of its own, so that a slow one holds up nobody
   */
  public OpenFileViewModel(Executor background, Executor toolkit, RecentFiles recent) {
    this.background = background;
    this.toolkit = toolkit;
    this.recent = recent;
  }

  public ReadOnlyObjectProperty<OpenState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Files of the last times. */
  public RecentFiles recent() {
    return recent;
  }

  /** Looks into a file or a folder of Hugging Face; returns at once. */
  public void open(Path file) {
    Path path = file.toAbsolutePath().normalize();
    long request = ++newest;
    whenOpened = inspection -> {};
    if (!(state.get() instanceof OpenState.Opening)) {
      before = state.get();
    }
    state.set(new OpenState.Opening(path));
    background.execute(
        () -> {
          OpenState found = look(path);
          toolkit.execute(() -> arrive(request, found));
        });
  }

  /** Has this done with the file that is being looked into, unless it is refused or overtaken. */
  public void whenOpened(Consumer<Inspection> action) {
    if (state.get() instanceof OpenState.Opened opened) {
      action.accept(opened.inspection());
    } else {
      whenOpened = action;
    }
  }

  /** Looks again: the file may have changed. */
  public void reload() {
    if (state.get() instanceof OpenState.Opened opened) {
      open(opened.inspection().file().path());
    } else if (state.get() instanceof OpenState.Refused refused) {
      open(refused.path());
    }
  }

  /** Forgets the file that is being looked into and shows again what was shown before. */
  public void cancel() {
    if (state.get() instanceof OpenState.Opening) {
      newest++;
      state.set(before);
    }
  }

  /** Shows, instead of the open file, why its values are of no use. */
  void refuse(CheckpointException why) {
    if (state.get() instanceof OpenState.Opened opened) {
      Path path = opened.inspection().file().path();
      state.set(new OpenState.Refused(path, why.getMessage(), Causes.of(why)));
    }
  }

  /** Shows no file. */
  public void close() {
    newest++;
    state.set(new OpenState.Nothing());
  }

  private void arrive(long request, OpenState found) {
    if (request != newest) {
      return;
    }
    state.set(found);
    if (found instanceof OpenState.Opened opened) {
      recent.add(opened.inspection().file().path());
      whenOpened.accept(opened.inspection());
    } else if (found instanceof OpenState.Refused refused && !Files.exists(refused.path())) {
      recent.remove(refused.path());
    }
  }

  private static OpenState look(Path path) {
    try {
      return new OpenState.Opened(Inspection.of(CheckpointFile.peek(path)));
    } catch (CheckpointException e) {
      return new OpenState.Refused(path, e.getMessage(), Causes.of(e));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | InternalError e) {
      // No file may hurt the window, whatever it makes this program do.
      LOG.error("The checkpoint {} could not be looked into.", path, e);
      return new OpenState.Refused(
          path,
          "'" + path + "' could not be looked into; use another copy of it.",
          String.valueOf(e));
    }
  }
}
