package io.simmim.workbench.checkpoint;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A conversion under way; one at a time. */
public final class ConversionViewModel {

  private final ReadOnlyStringWrapper under = new ReadOnlyStringWrapper(this, "underWay", "");
  private Runnable stop = () -> {};

  /** What is being done, as a sentence; empty while nothing is. */
  public ReadOnlyStringProperty underWayProperty() {
    return under.getReadOnlyProperty();
  }

  /**
   * A conversion began.
   *
   * @param sentence what is being done
   * @param stopper stops it
   */
  public void begin(String sentence, Runnable stopper) {
    stop = stopper;
    under.set(sentence);
  }

  /** It ended. */
  public void end() {
    stop = () -> {};
    under.set("");
  }

  public void cancel() {
    stop.run();
    end();
  }
}
