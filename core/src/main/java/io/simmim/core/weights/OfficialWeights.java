package io.simmim.core.weights;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.weights.Dialect.Place;
import io.simmim.core.weights.Dialect.Where;
import io.simmim.core.weights.KeyRow.Making;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The weights of a file under their official names, whoever wrote them.
 *
 * @param scheme the names in the file
 * @param rows every tensor that has an official name, in the order of the file; {@link
 *     KeyRow#others} are the names in the file
 * @param unmapped names in the file that have none, in its order: the scheme does not know them,
 *     parts are missing or do not fit together, or another tensor has taken the official name. A
 *     file of official names has only the last kind: what the model does not know keeps its name
 * @param tensors the tensors by official name, in the order of {@code rows}; one that has to be
 *     joined or reordered is made anew each time it is asked for
 */
public record OfficialWeights(
    NameScheme scheme, List<KeyRow> rows, List<String> unmapped, Map<String, TensorData> tensors) {

  public OfficialWeights {
    rows = List.copyOf(rows);
    unmapped = List.copyOf(unmapped);
  }

  /**
   * Finds the official names. Encoders that another program has within a model that does not
   * classify are named as in pre-training, {@code encoder.…}; so is one with a decoder.
   *
   * @param weights tensors by their names in the file
   */
  public static OfficialWeights of(Map<String, TensorData> weights) {
    Wrappers wrappers = new Wrappers(weights.keySet());
    Map<String, TensorData> weightsByName = new LinkedHashMap<>(weights);
    Set<String> inner = new LinkedHashSet<>();
    weights.keySet().forEach(name -> inner.add(wrappers.unwrapped(name)));
    return Recognition.of(inner)
        .map(dialect -> foreign(dialect, weightsByName, wrappers))
        .orElseGet(() -> official(weightsByName, wrappers));
  }

  private static OfficialWeights official(Map<String, TensorData> weights, Wrappers wrappers) {
    List<KeyRow> rows = new ArrayList<>();
    List<String> unmapped = new ArrayList<>();
    Map<String, Supplier<TensorData>> makers = new LinkedHashMap<>();
    weights.forEach(
        (name, tensor) -> {
          String official = PublishedNames.current(wrappers.unwrapped(name));
          if (makers.putIfAbsent(official, () -> tensor) == null) {
            Making making = official.equals(name) ? Making.SAME : Making.RENAMED;
            rows.add(new KeyRow(official, List.of(name), tensor.type(), tensor.shape(), making));
          } else {
            unmapped.add(name);
          }
        });
    return new OfficialWeights(NameScheme.OFFICIAL, rows, unmapped, new LazyTensors(makers));
  }

  private static OfficialWeights foreign(
      Dialect dialect, Map<String, TensorData> weights, Wrappers wrappers) {
    Set<String> mapped = new HashSet<>();
    List<KeyRow> rows = new ArrayList<>();
    Map<String, Supplier<TensorData>> makers = new LinkedHashMap<>();
    sources(dialect, weights.keySet(), wrappers)
        .forEach(
            (official, sources) ->
                sources
                    .row(official, weights)
                    .ifPresent(
                        row -> {
                          rows.add(row);
                          mapped.addAll(row.others());
                          makers.put(official, sources.maker(weights));
                        }));
    List<String> unmapped = weights.keySet().stream().filter(n -> !mapped.contains(n)).toList();
    return new OfficialWeights(dialect.scheme(), rows, unmapped, new LazyTensors(makers));
  }

  private static Map<String, Sources> sources(
      Dialect dialect, Set<String> names, Wrappers wrappers) {
    Map<String, Place> places = new LinkedHashMap<>();
    for (String name : names) {
      dialect.ofForeign(wrappers.unwrapped(name)).ifPresent(place -> places.put(name, place));
    }
    String prefix = Dialect.officialPrefix(places.values());
    Map<String, Sources> sources = new LinkedHashMap<>();
    places.forEach(
        (name, place) -> {
          String official =
              (place.where() == Where.AROUND ? "" : prefix) + place.match().official();
          sources
              .computeIfAbsent(official, key -> new Sources(place.match().rule()))
              .add(place.match(), name);
        });
    return sources;
  }
}
