package io.simmim.workbench.sweep;

import io.simmim.core.config.ConfigKey;
import io.simmim.core.sweep.AxisReading;
import io.simmim.core.sweep.SweepAxis;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A key of the sweep while it is being typed. */
public final class AxisRow {

  private final ObjectProperty<ConfigKey> key = new SimpleObjectProperty<>(this, "key");
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyStringWrapper finding = new ReadOnlyStringWrapper(this, "finding", "");
  private Optional<SweepAxis> axis = Optional.empty();

  /** The key, or {@code null} while none is chosen. */
  public ObjectProperty<ConfigKey> keyProperty() {
    return key;
  }

  /** Its values as they are typed; see {@link AxisReading#hint}. */
  public StringProperty textProperty() {
    return text;
  }

  /** What is wrong with the values; empty when nothing is, or nothing was typed yet. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** How many values there are; empty while there is none. */
  public ReadOnlyStringProperty findingProperty() {
    return finding.getReadOnlyProperty();
  }

  /** Whether nothing was chosen and nothing typed. */
  boolean isBlank() {
    return key.get() == null && text.get().isBlank();
  }

  /** What was typed; empty while it is no values of the key. */
  Optional<SweepAxis> axis() {
    return axis;
  }

  /**
   * Reads what was typed.
   *
   * @param again whether another row has the same key
   */
  void review(boolean again) {
    Optional<AxisReading> reading =
        Optional.ofNullable(key.get()).map(k -> AxisReading.of(k, text.get()));
    axis = reading.flatMap(AxisReading::axis).filter(found -> !again);
    boolean typed = !text.get().isBlank();
    problem.set(again ? "This key is above already." : typed ? wrong(reading) : "");
    finding.set(axis.map(found -> inWords(found.values().size())).orElse(""));
  }

  private static String wrong(Optional<AxisReading> reading) {
    return reading.map(AxisReading::problem).orElse("Choose the key of these values.");
  }

  private static String inWords(int values) {
    return values == 1 ? "1 value" : values + " values";
  }
}
