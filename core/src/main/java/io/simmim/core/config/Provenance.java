package io.simmim.core.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where each value of a result came from, so that rules over several keys can point at a line.
 *
 * @param source the whole, for keys that were written nowhere
 * @param origins of the keys that were written
 * @param unusable keys whose own value is at fault; rules that involve them say nothing
 */
record Provenance(String source, Map<String, Origin> origins, Set<String> unusable) {

  Provenance {
    origins = Map.copyOf(origins);
    unusable = Set.copyOf(unusable);
  }

  List<ConfigFault> faults(Stream<Violation> violations) {
    return violations
        .filter(violation -> violation.keys().stream().noneMatch(unusable::contains))
        .map(this::fault)
        .toList();
  }

  private ConfigFault fault(Violation violation) {
    Optional<String> written = violation.keys().stream().filter(origins::containsKey).findFirst();
    String key = written.orElse(violation.keys().get(0));
    return origins.getOrDefault(key, new Origin(source, 0)).fault(key, violation.message());
  }
}
