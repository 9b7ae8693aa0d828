package io.simmim.core.weights;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.weights.RuleTable.Match;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The tensors of a file that one official tensor comes from. */
final class Sources {

  private final NameRule rule;
  private final Map<Integer, String> names = new TreeMap<>();

  Sources(NameRule rule) {
    this.rule = rule;
  }

  /** Adds a name of the file, unless its part is taken or it is of another spelling. */
  void add(Match match, String name) {
    if (match.rule().equals(rule)) {
      names.putIfAbsent(match.part(), name);
    }
  }

  List<String> names() {
    return List.copyOf(names.values());
  }

  /** The official tensor's row; empty when parts are missing or do not fit. */
  Optional<KeyRow> row(String official, Map<String, TensorData> weights) {
    List<TensorData> parts = tensors(weights);
    TensorData first = parts.get(0);
    int count = rule.foreign().size();
    boolean fits =
        parts.size() == count
            && (count == 1 || TensorParts.fit(parts))
            && (!rule.unfolded() || UnfoldOrder.fits(first));
    if (!fits) {
      return Optional.empty();
    }
    List<Long> shape = count == 1 ? first.shape() : TensorParts.wholeShape(first.shape(), count);
    boolean sameName = names().equals(List.of(official));
    return Optional.of(new KeyRow(official, names(), first.type(), shape, rule.making(sameName)));
  }

  /** Makes the tensor of a row. */
  Supplier<TensorData> maker(Map<String, TensorData> weights) {
    List<TensorData> parts = tensors(weights);
    if (parts.size() > 1) {
      return () -> TensorParts.join(parts);
    }
    TensorData only = parts.get(0);
    return rule.unfolded() ? () -> UnfoldOrder.official(only) : () -> only;
  }

  private List<TensorData> tensors(Map<String, TensorData> weights) {
    return names.values().stream().map(weights::get).toList();
  }
}
