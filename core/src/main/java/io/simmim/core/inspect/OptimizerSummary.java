package io.simmim.core.inspect;

import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorData;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What an optimizer's {@code state_dict()} holds.
 *
 * @param kind by the names of its state: {@code AdamW} (which Adam shares), {@code SGD} or {@code
 *     unknown}
 * @param groups number of parameter groups
 * @param parameters number of parameters with state
 * @param steps optimizer steps done, the largest of all parameters; empty when not counted
 * @param lr the largest learning rate of a group
 */
public record OptimizerSummary(
    String kind, int groups, int parameters, OptionalLong steps, OptionalDouble lr) {

  static Optional<OptimizerSummary> of(Object saved) {
    if (!(saved instanceof Map<?, ?> root) || !(root.get("state") instanceof Map<?, ?> state)) {
      return Optional.empty();
    }
    List<?> groups = root.get("param_groups") instanceof List<?> list ? list : List.of();
    return Optional.of(
        new OptimizerSummary(kind(state), groups.size(), state.size(), steps(state), lr(groups)));
  }

  private static String kind(Map<?, ?> state) {
    Set<Object> slots = new HashSet<>();
    entries(state).forEach(entry -> slots.addAll(entry.keySet()));
    if (slots.contains("exp_avg_sq")) {
      return "AdamW";
    }
    return slots.contains("momentum_buffer") ? "SGD" : "unknown";
  }

  private static List<Map<?, ?>> entries(Map<?, ?> state) {
    return state.values().stream()
        .filter(Map.class::isInstance)
        .<Map<?, ?>>map(entry -> (Map<?, ?>) entry)
        .toList();
  }

  private static OptionalLong steps(Map<?, ?> state) {
    return entries(state).stream()
        .map(entry -> entry.get("step"))
        .filter(step -> step instanceof Number || isScalar(step))
        .mapToLong(OptimizerSummary::step)
        .max();
  }

  private static boolean isScalar(Object step) {
    return step instanceof TensorData tensor
        && tensor.type() == ScalarType.FLOAT32
        && tensor.elements() == 1;
  }

  // PyTorch before 1.12 saved the step count as a plain int.
  private static long step(Object step) {
    return step instanceof Number number
        ? number.longValue()
        : (long) ((TensorData) step).floats()[0];
  }

  private static OptionalDouble lr(List<?> groups) {
    return groups.stream()
        .filter(Map.class::isInstance)
        .map(group -> ((Map<?, ?>) group).get("lr"))
        .filter(Number.class::isInstance)
        .mapToDouble(lr -> ((Number) lr).doubleValue())
        .max();
  }
}
