package io.simmim.workbench.checkpoint;

import io.simmim.core.inspect.Inspection;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Ties the parts of the page to the file that is open. */
public final class CheckpointPageViewModel {

  /** The tabs below the verdict. */
  public enum Part {
    TENSORS,
    KEYS,
    RECONSTRUCTION,
    COMPARISON
  }

  private final OpenFileViewModel file;
  private final TensorsViewModel tensors;
  private final ReconstructionViewModel reconstruction;
  private final ComparisonViewModel comparison;
  private final ConversionViewModel conversion = new ConversionViewModel();
  private final ReadOnlyObjectWrapper<Optional<Inspection>> open =
      new ReadOnlyObjectWrapper<>(this, "open", Optional.empty());
  private final ObjectProperty<Part> part = new SimpleObjectProperty<>(this, "part", Part.TENSORS);

  public CheckpointPageViewModel(
      OpenFileViewModel file,
      TensorsViewModel tensors,
      ReconstructionViewModel reconstruction,
      ComparisonViewModel comparison) {
    this.file = file;
    this.tensors = tensors;
    this.reconstruction = reconstruction;
    this.comparison = comparison;
    file.stateProperty().addListener((p, old, now) -> follow(now));
  }

  public OpenFileViewModel file() {
    return file;
  }

  public TensorsViewModel tensors() {
    return tensors;
  }

  public ReconstructionViewModel reconstruction() {
    return reconstruction;
  }

  public ConversionViewModel conversion() {
    return conversion;
  }

  public ComparisonViewModel comparison() {
    return comparison;
  }

  /** The file that is open; still that of before while another is being looked into. */
  public ReadOnlyObjectProperty<Optional<Inspection>> openProperty() {
    return open.getReadOnlyProperty();
  }

  /** The tab in front. */
  public ObjectProperty<Part> partProperty() {
    return part;
  }

  private void follow(OpenState state) {
    if (state instanceof OpenState.Opening || state.content().equals(open.get())) {
      return;
    }
    Optional<Inspection> now = state.content();
    comparison.clear();
    now.ifPresentOrElse(reconstruction::open, reconstruction::clear);
    now.ifPresentOrElse(tensors::show, tensors::clear);
    boolean reconstructs = now.filter(i -> Offers.allows(i, Step.RECONSTRUCT)).isPresent();
    boolean gone =
        part.get() == Part.COMPARISON
            || part.get() == Part.KEYS
            || (part.get() == Part.RECONSTRUCTION && !reconstructs);
    part.set(gone ? Part.TENSORS : part.get());
    open.set(now);
  }
}
