package io.simmim.workbench.checkpoint;

import io.simmim.core.inspect.Inspection;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The target of the open checkpoint, estimated when the file does not state it. */
public final class TargetViewModel {

  private final TargetWork work;
  private final ReadOnlyObjectWrapper<TargetState> state =
      new ReadOnlyObjectWrapper<>(this, "state", new TargetState.Settled());
  private Runnable stop = () -> {};
  private long newest;

  public TargetViewModel(TargetWork work) {
    this.work = work;
  }

  public ReadOnlyObjectProperty<TargetState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Takes another checkpoint, and begins to estimate if there is a question. */
  public void open(Inspection now) {
    clear();
    // Without a configuration there is no model to ask.
    if (now.targetIsOpen() && Offers.allows(now, Step.RECONSTRUCT)) {
      long request = newest;
      state.set(new TargetState.Estimating());
      stop = work.start(now.file().path(), found -> arrive(request, found));
    }
  }

  /** Takes no checkpoint, and stops. */
  public void clear() {
    newest++;
    stop.run();
    stop = () -> {};
    state.set(new TargetState.Settled());
  }

  private void arrive(long request, TargetState found) {
    if (request == newest) {
      state.set(found);
    }
  }
}
