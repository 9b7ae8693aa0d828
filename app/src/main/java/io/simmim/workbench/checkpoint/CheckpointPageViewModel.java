package io.simmim.workbench.checkpoint;

import io.simmim.core.inspect.Inspection;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
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
  private final TargetViewModel target;
  private final ConversionViewModel conversion = new ConversionViewModel();
  private final ReadOnlyObjectWrapper<Optional<Inspection>> open =
      new ReadOnlyObjectWrapper<>(this, "open", Optional.empty());
  private final BooleanProperty factsShown = new SimpleBooleanProperty(this, "factsShown", true);
  private final ObjectProperty<Part> part = new SimpleObjectProperty<>(this, "part", Part.TENSORS);

  public CheckpointPageViewModel(
      OpenFileViewModel file,
      TensorsViewModel tensors,
      ReconstructionViewModel reconstruction,
      ComparisonViewModel comparison,
      TargetViewModel target) {
    this.file = file;
    this.target = target;
    this.tensors = tensors;
    this.reconstruction = reconstruction;
    this.comparison = comparison;
    file.stateProperty().addListener((p, old, now) -> follow(now));
    tensors.damageProperty().addListener((p, old, now) -> now.ifPresent(file::refuse));
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

  public TargetViewModel target() {
    return target;
  }

  /** Whether the verdict shows all facts, or only its sentence and the next steps. */
  public BooleanProperty factsShownProperty() {
    return factsShown;
  }

  /** Shows the facts, or folds them away. */
  public void toggleFacts() {
    factsShown.set(!factsShown.get());
  }

  /** The file that is open; still that of before while another is being looked into. */
  public ReadOnlyObjectProperty<Optional<Inspection>> openProperty() {
    return open.getReadOnlyProperty();
  }

  /** The tab in front. */
  public ObjectProperty<Part> partProperty() {
    return part;
  }

  /** Whether a file has something to show in a tab, before it is compared with another. */
  static boolean has(Inspection inspection, Part part) {
    return switch (part) {
      case TENSORS -> true;
      case KEYS -> KeyLine.areWorthShowing(inspection.official());
      case RECONSTRUCTION -> Offers.allows(inspection, Step.RECONSTRUCT);
      case COMPARISON -> false;
    };
  }

  /** Opens the file of last time as it was left. */
  public void reopen(Path last, Part front) {
    file.open(last);
    file.whenOpened(
        inspection -> {
          if (has(inspection, front)) {
            part.set(front);
          }
        });
  }

  private void follow(OpenState state) {
    if (state instanceof OpenState.Opening || state.content().equals(open.get())) {
      return;
    }
    Optional<Inspection> now = state.content();
    comparison.clear();
    now.ifPresentOrElse(reconstruction::open, reconstruction::clear);
    now.ifPresentOrElse(tensors::show, tensors::clear);
    now.ifPresentOrElse(target::open, target::clear);
    if (now.filter(inspection -> has(inspection, part.get())).isEmpty()) {
      part.set(Part.TENSORS);
    }
    open.set(now);
  }
}
