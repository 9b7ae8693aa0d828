package io.simmim.workbench.compare;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Which number over which two keys; chosen by itself until somebody chooses. */
public final class HeatMapViewModel {

  private final ReadOnlyObjectWrapper<List<SweptKey>> keys =
      new ReadOnlyObjectWrapper<>(this, "keys", List.of());
  private final ReadOnlyObjectWrapper<List<MapNumber>> available =
      new ReadOnlyObjectWrapper<>(this, "available", List.of());
  private final ReadOnlyObjectWrapper<Optional<HeatMap>> map =
      new ReadOnlyObjectWrapper<>(this, "map", Optional.empty());
  private final ObjectProperty<MapNumber> number = new SimpleObjectProperty<>(this, "number");
  private final StringProperty x = new SimpleStringProperty(this, "x", "");
  private final StringProperty y = new SimpleStringProperty(this, "y", "");
  private List<ComparedNumbers> runs = List.of();
  private boolean choosing;
  private boolean keysChosen;
  private boolean numberChosen;

  HeatMapViewModel() {
    x.addListener((p, old, now) -> keyChosen(y, now));
    y.addListener((p, old, now) -> keyChosen(x, now));
    number.addListener(
        (p, old, now) -> {
          numberChosen |= !choosing;
          draw();
        });
  }

  /** Other runs: the choices are open again. */
  void open() {
    keysChosen = false;
    numberChosen = false;
    choosing = true;
    x.set("");
    y.set("");
    choosing = false;
  }

  /** Takes over what is known of the runs. */
  void update(List<ComparedNumbers> now, List<ConfigDifference> differences) {
    runs = now;
    List<SweptKey> found = SweptKey.of(differences);
    if (!found.equals(keys.get())) {
      keys.set(found);
    }
    List<MapNumber> there = MapNumber.of(now);
    if (!there.equals(available.get())) {
      available.set(there);
    }
    choosing = true;
    chooseKeys();
    chooseNumber();
    choosing = false;
    draw();
  }

  /** Rows become columns. */
  public void swap() {
    String wasX = x.get();
    choosing = true;
    x.set(y.get());
    y.set(wasX);
    choosing = false;
    keysChosen = true;
    draw();
  }

  /** The keys that differ. */
  public ReadOnlyObjectProperty<List<SweptKey>> keysProperty() {
    return keys.getReadOnlyProperty();
  }

  /** The numbers that there are. */
  public ReadOnlyObjectProperty<List<MapNumber>> availableProperty() {
    return available.getReadOnlyProperty();
  }

  /** The number that is shown, or {@code null} while there is none. */
  public ObjectProperty<MapNumber> numberProperty() {
    return number;
  }

  /** Path of the key whose values are the columns; empty while no key differs. */
  public StringProperty xProperty() {
    return x;
  }

  /** Path of the key whose values are the rows; empty for none. */
  public StringProperty yProperty() {
    return y;
  }

  /** Empty while no key differs. */
  public ReadOnlyObjectProperty<Optional<HeatMap>> mapProperty() {
    return map.getReadOnlyProperty();
  }

  private void keyChosen(StringProperty other, String now) {
    if (choosing) {
      return;
    }
    keysChosen = true;
    choosing = true;
    if (now.equals(other.get())) {
      other.set("");
    }
    if (x.get().isEmpty()) {
      x.set(
          keys.get().stream()
              .map(SweptKey::path)
              .filter(p -> !p.equals(y.get()))
              .findFirst()
              .orElse(""));
    }
    choosing = false;
    draw();
  }

  /** The two with the most values; of as many, the later by name is across: ratio over size. */
  private void chooseKeys() {
    boolean valid = key(x).isPresent() && (y.get().isEmpty() || key(y).isPresent());
    // A map that fills must not turn round because one side becomes the longer one.
    if (valid && (keysChosen || !y.get().isEmpty())) {
      return;
    }
    List<SweptKey> found = keys.get();
    List<SweptKey> two =
        found.stream()
            .filter(key -> found.size() == 1 || !key.path().equals(SweptKey.SEED))
            .limit(2)
            .toList();
    boolean equal = two.size() == 2 && two.get(0).values().size() == two.get(1).values().size();
    x.set(two.isEmpty() ? "" : two.get(equal ? 1 : 0).path());
    y.set(two.size() < 2 ? "" : two.get(equal ? 0 : 1).path());
  }

  private void chooseNumber() {
    List<MapNumber> there = available.get();
    boolean valid = number.get() != null && there.contains(number.get());
    if (numberChosen && valid) {
      return;
    }
    number.set(
        there.contains(MapNumber.BEST_TOP1)
            ? MapNumber.BEST_TOP1
            : there.isEmpty() ? MapNumber.LAST_LOSS : there.get(0));
  }

  private Optional<SweptKey> key(StringProperty path) {
    return keys.get().stream().filter(key -> key.path().equals(path.get())).findFirst();
  }

  private void draw() {
    if (choosing) {
      return;
    }
    map.set(
        number.get() == null
            ? Optional.empty()
            : key(x).map(across -> HeatMap.of(number.get(), across, key(y), keys.get(), runs)));
  }
}
