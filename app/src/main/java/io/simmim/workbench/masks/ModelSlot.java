package io.simmim.workbench.masks;

import io.simmim.core.fault.SimMimException;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.PatchMask;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A place for one model: chosen and watched from the window, used on the thread of the models. */
public final class ModelSlot {

  private final Executor models;
  private final Executor toolkit;
  private final Model.Source source;
  private final AtomicLong newest = new AtomicLong();
  private final ReadOnlyObjectWrapper<ModelState> state =
      new ReadOnlyObjectWrapper<>(this, "state", ModelState.NONE);
  private final ReadOnlyObjectWrapper<Optional<Filled>> filled =
      new ReadOnlyObjectWrapper<>(this, "filled", Optional.empty());

  /** Touched on the thread of the models only. */
  private Model model;

  ModelSlot(Executor models, Executor toolkit, Model.Source source) {
    this.models = models;
    this.toolkit = toolkit;
    this.source = source;
  }

  public ReadOnlyObjectProperty<ModelState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The newest of what the model made; empty until it made something of this picture. */
  public ReadOnlyObjectProperty<Optional<Filled>> filledProperty() {
    return filled.getReadOnlyProperty();
  }

  /** Loads a checkpoint in place of the last one; an unfinished loading is given up. */
  public void open(Path file) {
    long ticket = newest.incrementAndGet();
    filled.set(Optional.empty());
    ModelState loading = ModelState.loading(file);
    state.set(loading);
    models.execute(() -> load(ticket, file, loading));
  }

  /** Goes on without a model. */
  public void clear() {
    newest.incrementAndGet();
    filled.set(Optional.empty());
    state.set(ModelState.NONE);
    models.execute(this::closeModel);
  }

  /** Does not use the loaded model, and says why. */
  void refuse(String sentence) {
    ModelState refused = state.get().refused(sentence);
    clear();
    state.set(refused);
  }

  void show(Optional<Filled> now) {
    filled.set(now);
  }

  /** For the thread of the models. */
  Optional<Filled> fill(RgbImage image, PatchMask mask, Geometry geometry) throws SimMimException {
    if (model == null || !model.geometry().refines(geometry)) {
      return Optional.empty();
    }
    PatchMask own = mask.refined(geometry.patchSize() / model.geometry().patchSize());
    return Optional.of(Filled.of(model.reconstruct(image, own)));
  }

  private void load(long ticket, Path file, ModelState loading) {
    if (ticket != newest.get()) {
      return;
    }
    closeModel();
    try {
      model = source.open(file);
      tell(ticket, loading.ready(model.geometry(), model.remarks()));
    } catch (SimMimException e) {
      tell(ticket, loading.refused(e.getMessage()));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | InternalError e) {
      // When the model cannot be built or held, or its file ends; the page must not wait for it.
      tell(ticket, loading.refused(cannotBeBuilt(file, e)));
    }
  }

  private static String cannotBeBuilt(Path file, Throwable cause) {
    return "The model of '%s' cannot be built (%s): look at the file with simmim inspect."
        .formatted(file, cause.getMessage());
  }

  private void closeModel() {
    if (model != null) {
      model.close();
      model = null;
    }
  }

  private void tell(long ticket, ModelState now) {
    toolkit.execute(
        () -> {
          if (ticket == newest.get()) {
            state.set(now);
          }
        });
  }
}
