package io.simmim.workbench.checkpoint;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.inspect.TensorStats;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A tensor of the file; its statistics come later. */
public final class TensorRow {

  private final String name;
  private final TensorData tensor;
  private final ReadOnlyObjectWrapper<Optional<TensorStats>> stats =
      new ReadOnlyObjectWrapper<>(this, "stats", Optional.empty());

  TensorRow(String name, TensorData tensor) {
    this.name = name;
    this.tensor = tensor;
  }

  public String name() {
    return name;
  }

  TensorData tensor() {
    return tensor;
  }

  /** Sizes, such as {@code 128×3×4×4}. */
  public String shape() {
    return Sizes.shape(tensor.shape());
  }

  /** As PyTorch writes it, such as {@code float32}. */
  public String type() {
    return tensor.type().name().toLowerCase(Locale.ROOT);
  }

  public long elements() {
    return tensor.elements();
  }

  public long bytes() {
    return tensor.elements() * tensor.type().bytes();
  }

  /** Empty until the values were read, and for types that are no numbers. */
  public ReadOnlyObjectProperty<Optional<TensorStats>> statsProperty() {
    return stats.getReadOnlyProperty();
  }

  void setStats(Optional<TensorStats> now) {
    stats.set(now);
  }

  /** Values that are not a number or infinite, as far as they were read. */
  long ill() {
    return stats.get().map(s -> s.nans() + s.infinities()).orElse(0L);
  }
}
