package io.simmim.workbench.masks;

import io.simmim.core.fault.DataException;
import io.simmim.core.image.RgbImage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Reads pictures in the background; of many asked for, only the last one arrives. */
final class PictureReading {

  private final Executor background;
  private final Executor toolkit;
  private final BiConsumer<ImageSource, RgbImage> receiver;
  private final Consumer<String> tell;
  private final AtomicLong newest = new AtomicLong();
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper(this, "reading", "");

  PictureReading(
      Executor background,
      Executor toolkit,
      BiConsumer<ImageSource, RgbImage> receiver,
      Consumer<String> tell) {
    this.background = background;
    this.toolkit = toolkit;
    this.receiver = receiver;
    this.tell = tell;
  }

  /** Name of the picture that is being read; empty while none is. */
  ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  void giveUp() {
    newest.incrementAndGet();
    reading.set("");
  }

  /**
   * Reads a picture.
   *
   * @param side of its square, in pixels
   */
  void read(ImageSource source, int side) {
    long ticket = newest.incrementAndGet();
    reading.set(source.name());
    background.execute(
        () -> {
          if (ticket != newest.get()) {
            return;
          }
          try {
            RgbImage square = source.square(side);
            finish(ticket, () -> receiver.accept(source, square));
          } catch (DataException e) {
            finish(ticket, () -> tell.accept(e.getMessage()));
          }
        });
  }

  private void finish(long ticket, Runnable result) {
    toolkit.execute(
        () -> {
          if (ticket == newest.get()) {
            reading.set("");
            result.run();
          }
        });
  }
}
