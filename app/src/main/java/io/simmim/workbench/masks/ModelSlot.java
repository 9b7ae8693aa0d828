package io.simmim.workbench.masks;

import io.simmim.core.fault.SimMimException;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.PatchMask;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A place for one model: chosen and watched from the window, used on the thread of the models. */
public final class ModelSlot {

  private static final Logger LOG = LoggerFactory.getLogger(ModelSlot.class);

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

  /**
   * Asks what the head is given for a square of a picture.
   *
   * @param row of the square, counted in strides of the head
   * @param column of the square
   * @param receiver told on the toolkit's thread; never, when the model cannot tell
   */
  public void feature(MaskedPicture picture, int row, int column, Consumer<Feature> receiver) {
    models.execute(
        () -> {
          if (model == null || !picture.fits(model.geometry())) {
            return;
          }
          try {
            float[] values = model.feature(picture.original(), picture.mask(), row, column);
            toolkit.execute(() -> receiver.accept(new Feature(picture, row, column, values)));
          } catch (SimMimException e) {
            // The picture itself meets the same fault and tells it.
            LOG.debug("no feature vector", e);
          }
        });
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
      tell(ticket, loading.ready(model));
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
