package io.simmim.workbench.masks;

import io.simmim.core.fault.SimMimException;
import io.simmim.core.image.RgbImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The same picture at the ratios .1 to .9. Frames are filled in one by one, each as a task of its
 * own, so that the large picture never waits for more than one of them.
 */
public final class FilmStrip {

  private static final int FRAMES = 9;

  private final Executor models;
  private final Executor toolkit;
  private final ModelSlot slot;
  private final AtomicLong newest = new AtomicLong();
  private final ReadOnlyObjectWrapper<List<FilmFrame>> frames =
      new ReadOnlyObjectWrapper<>(this, "frames", List.of());

  FilmStrip(Executor models, Executor toolkit, ModelSlot slot) {
    this.models = models;
    this.toolkit = toolkit;
    this.slot = slot;
  }

  public ReadOnlyObjectProperty<List<FilmFrame>> framesProperty() {
    return frames.getReadOnlyProperty();
  }

  /** Masks the picture at every ratio; what the frames of before become is dropped. */
  void show(RgbImage original, MaskControls controls) {
    long ticket = newest.incrementAndGet();
    List<FilmFrame> masked =
        IntStream.rangeClosed(1, FRAMES)
            .mapToDouble(i -> i / 10.0)
            .mapToObj(
                ratio ->
                    new FilmFrame(
                        ratio, MaskedPicture.of(original, controls.drawn(ratio)), Optional.empty()))
            .toList();
    frames.set(masked);
    if (slot.stateProperty().get().isReady()) {
      fill(ticket, 0, masked, controls.geometryProperty().get());
    }
  }

  private void fill(long ticket, int index, List<FilmFrame> masked, Geometry geometry) {
    models.execute(
        () -> {
          if (ticket != newest.get() || index == masked.size()) {
            return;
          }
          MaskedPicture picture = masked.get(index).picture();
          try {
            Optional<Filled> filled = slot.fill(picture.original(), picture.mask(), geometry);
            toolkit.execute(() -> put(ticket, index, filled));
            fill(ticket, index + 1, masked, geometry);
          } catch (SimMimException e) {
            // The large picture meets the same fault and tells it; here the masks stay.
            newest.compareAndSet(ticket, ticket + 1);
          }
        });
  }

  private void put(long ticket, int index, Optional<Filled> filled) {
    if (ticket == newest.get()) {
      List<FilmFrame> now = new ArrayList<>(frames.get());
      now.set(index, now.get(index).with(filled));
      frames.set(List.copyOf(now));
    }
  }
}
