package io.simmim.core.weights;

import java.util.List;
import java.util.Optional;

/** All rules for one part of a model. */
final class RuleTable {

  private static final String BLOCK = "@";

  private final List<NameRule> rules;

  private RuleTable(List<NameRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Reads rules, one a line.
   *
   * @param officialBlock what an {@code @} at the beginning of an official name stands for
   * @param foreignBlock the same for foreign names
   */
  static RuleTable of(String officialBlock, String foreignBlock, String... texts) {
    return new RuleTable(
        String.join("\n", texts)
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> NameRule.parse(inBlock(line.strip(), officialBlock, foreignBlock)))
            .toList());
  }

  private static String inBlock(String line, String officialBlock, String foreignBlock) {
    boolean shared = line.startsWith(BLOCK) && !line.contains(" ");
    String both = shared ? line + " = " + line : line;
    String right = both.replace(" " + BLOCK, " " + foreignBlock);
    return right.startsWith(BLOCK) ? officialBlock + right.substring(BLOCK.length()) : right;
  }

  /**
   * A rule that a name fits.
   *
   * @param part which of the rule's foreign names it is; 0 for an official one
   */
  record Match(NameRule rule, int part, Slots slots) {

    String official() {
      return rule.official().fill(slots);
    }

    List<String> foreign() {
      return rule.foreign().stream().map(template -> template.fill(slots)).toList();
    }
  }

  Optional<Match> ofForeign(String name) {
    List<String> parts = NameTemplate.parts(name);
    for (NameRule rule : rules) {
      for (int i = 0; i < rule.foreign().size(); i++) {
        Optional<Slots> slots = rule.foreign().get(i).match(parts);
        if (slots.isPresent()) {
          return Optional.of(new Match(rule, i, slots.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** Finds the rule by which an official name is written. */
  Optional<Match> ofOfficial(String name) {
    List<String> parts = NameTemplate.parts(name);
    for (NameRule rule : rules) {
      Optional<Slots> slots = rule.written() ? rule.official().match(parts) : Optional.empty();
      if (slots.isPresent()) {
        return Optional.of(new Match(rule, 0, slots.get()));
      }
    }
    return Optional.empty();
  }
}
