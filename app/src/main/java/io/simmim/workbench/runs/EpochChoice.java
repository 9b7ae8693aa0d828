package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Which of a fine-tuning's epochs is looked at: the newest one as they come, until the user chooses
 * an earlier one; choosing the newest again follows again.
 */
final class EpochChoice {

  private final ReadOnlyObjectWrapper<List<RunEvent.Validation>> epochs =
      new ReadOnlyObjectWrapper<>(this, "epochs", List.of());
  private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(this, "index", -1);
  private boolean following = true;

  /** What was measured after each epoch so far, oldest first. */
  ReadOnlyObjectProperty<List<RunEvent.Validation>> epochsProperty() {
    return epochs.getReadOnlyProperty();
  }

  /** Index of the epoch that is looked at, or -1. */
  ReadOnlyIntegerProperty indexProperty() {
    return index.getReadOnlyProperty();
  }

  /** What was measured after the epoch that is looked at; empty while there is no choice. */
  Optional<RunEvent.Validation> chosen() {
    int at = index.get();
    boolean some = at >= 0 && at < epochs.get().size() && epochs.get().size() > 1;
    return some ? Optional.of(epochs.get().get(at)) : Optional.empty();
  }

  /** The user chose an epoch; what does not exist is ignored. */
  void choose(int wanted) {
    if (wanted >= 0 && wanted < epochs.get().size()) {
      following = wanted == epochs.get().size() - 1;
      index.set(wanted);
    }
  }

  /** The next epoch, after the newest the first again. */
  void playOn() {
    if (!epochs.get().isEmpty()) {
      choose((index.get() + 1) % epochs.get().size());
    }
  }

  void update(List<RunEvent.Validation> now) {
    boolean gone = index.get() >= now.size();
    epochs.set(List.copyOf(now));
    if (following || gone) {
      index.set(now.size() - 1);
    }
  }

  /** Another run is looked at. */
  void reset() {
    following = true;
    epochs.set(List.of());
    index.set(-1);
  }
}
