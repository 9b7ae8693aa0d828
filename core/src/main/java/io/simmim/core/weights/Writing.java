package io.simmim.core.weights;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.weights.Dialect.Place;
import io.simmim.core.weights.Dialect.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Gives official weights the names of one dialect. */
final class Writing {

  private final Dialect dialect;
  private final Map<String, TensorData> official;
  private final List<KeyRow> rows = new ArrayList<>();
  private final List<String> unmapped = new ArrayList<>();
  private final Map<String, Supplier<TensorData>> makers = new LinkedHashMap<>();

  Writing(Dialect dialect, Map<String, TensorData> official) {
    this.dialect = dialect;
    this.official = official;
  }

  ForeignNames result() {
    Map<String, Optional<Place>> places = new LinkedHashMap<>();
    official.keySet().forEach(name -> places.put(name, dialect.ofOfficial(name)));
    String prefix =
        dialect.foreignPrefix(places.values().stream().flatMap(Optional::stream).toList());
    places.forEach(
        (name, place) ->
            place.ifPresentOrElse(found -> add(name, found, prefix), () -> unmapped.add(name)));
    return new ForeignNames(dialect.scheme(), rows, unmapped, new LazyTensors(makers));
  }

  private void add(String name, Place place, String prefix) {
    String before = place.where() == Where.AROUND ? "" : prefix;
    List<String> names = place.match().foreign().stream().map(before::concat).toList();
    NameRule rule = place.match().rule();
    TensorData tensor = official.get(name);
    boolean fits =
        TensorParts.divides(tensor, names.size()) && (!rule.unfolded() || UnfoldOrder.fits(tensor));
    if (!fits || names.stream().anyMatch(makers::containsKey)) {
      unmapped.add(name);
      return;
    }
    rows.add(
        new KeyRow(name, names, tensor.type(), tensor.shape(), rule.making(names.contains(name))));
    for (int i = 0; i < names.size(); i++) {
      makers.put(names.get(i), maker(name, rule, i));
    }
  }

  private Supplier<TensorData> maker(String name, NameRule rule, int part) {
    int parts = rule.foreign().size();
    if (parts > 1) {
      return () -> TensorParts.cut(official.get(name), part, parts);
    }
    return rule.unfolded()
        ? () -> UnfoldOrder.unfolded(official.get(name))
        : () -> official.get(name);
  }
}
