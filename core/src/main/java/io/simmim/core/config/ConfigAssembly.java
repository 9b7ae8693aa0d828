package io.simmim.core.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Collects values from several sources, later ones winning, and everything wrong with them. */
final class ConfigAssembly {

  private static final List<ConfigRule> RULES =
      List.of(
          SwinRules::check,
          VitRules::check,
          NormTargetRules::check,
          ScheduleRules::check,
          OptimizerRules::check,
          RunRules::check);

  private final ConfigSchema schema;
  private final String source;
  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, Origin> origins = new HashMap<>();
  private final Set<String> unusable = new HashSet<>();
  private final List<ConfigFault> faults = new ArrayList<>();
  private final List<ConfigFault> notes = new ArrayList<>();

  ConfigAssembly(ConfigSchema schema, String source) {
    this.schema = schema;
    this.source = source;
    values.putAll(ConfigValues.defaults().asMap());
  }

  void put(ConfigKey key, Object raw, Origin origin) {
    ValueReading reading = key.read(raw);
    if (reading.problem().isPresent()) {
      unusable.add(key.path());
      fault(origin, key.path(), reading.problem().get() + "; allowed: " + key.allowed() + ".");
    } else {
      unusable.remove(key.path());
      values.put(key.path(), reading.value());
    }
    origins.put(key.path(), origin);
  }

  void fault(Origin origin, String path, String message) {
    faults.add(origin.fault(path, message));
  }

  void addFaults(List<ConfigFault> more) {
    faults.addAll(more);
  }

  void addNotes(List<ConfigFault> more) {
    notes.addAll(more);
  }

  void note(Origin origin, String path, String message) {
    notes.add(origin.fault(path, message));
  }

  void apply(Overrides overrides) {
    Origin opts = new Origin("--opts", 0);
    List<String> words = overrides.opts();
    for (int i = 0; i + 1 < words.size(); i += 2) {
      override(opts, words.get(i), words.get(i + 1));
    }
    if (words.size() % 2 != 0) {
      String last = Quoted.oneLine(words.get(words.size() - 1));
      fault(opts, last, "the last key has no value; write KEY VALUE pairs.");
    }
    overrides
        .named()
        .forEach(named -> override(new Origin(named.option(), 0), named.path(), named.value()));
  }

  private void override(Origin origin, String path, String value) {
    Optional<ConfigKey> key = schema.find(path);
    if (key.isPresent()) {
      put(key.get(), value, origin);
    } else {
      schema
          .whyPassedOver(path)
          .ifPresentOrElse(
              reason -> note(origin, path, reason),
              () -> fault(origin, Quoted.oneLine(path), unknown(path)));
    }
  }

  private String unknown(String path) {
    return schema.isSection(path)
        ? "this is a section; name one of its keys, for example " + schema.keyIn(path) + "."
        : "there is no such key; " + schema.suggestionFor(path);
  }

  ConfigResult finish() {
    ExperimentConfig draft = ExperimentConfig.from(ConfigValues.of(values));
    Provenance provenance = new Provenance(source, origins, unusable);
    Stream<Violation> violations = RULES.stream().flatMap(rule -> rule.check(draft));
    List<ConfigFault> all = new ArrayList<>(faults);
    all.addAll(provenance.faults(violations));
    List<ConfigFault> allNotes = new ArrayList<>(notes);
    allNotes.addAll(provenance.faults(ReadingNotes.of(draft, origins.keySet())));
    return new ConfigResult(draft, all, allNotes, provenance);
  }
}
