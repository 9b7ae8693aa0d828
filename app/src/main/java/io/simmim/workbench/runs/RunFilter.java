package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.fx.Search;
import io.simmim.workbench.launch.RunStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a user types to find runs: words that must all be there, and conditions such as {@code
 * loss<0.5} or {@code status:failed}. A condition that is still being typed keeps every run.
 */
final class RunFilter implements Predicate<RunRow> {

  private static final Pattern CONDITION =
      Pattern.compile("([a-z0-9]+)(<=|>=|<|>|=|:)(.*)", Pattern.CASE_INSENSITIVE);

  private static final Map<String, Function<RunRow, Optional<Double>>> NUMBERS =
      Map.of(
          "loss", RunRow::lastLoss,
          "best", RunRow::bestLoss,
          "top1", row -> row.last().map(RunEvent.Validation::top1),
          "besttop1", row -> row.best().map(RunEvent.Validation::top1),
          "epochs", row -> Optional.of((double) row.epochsDone()),
          "speed", RunRow::imagesPerSecond,
          "minutes", row -> row.duration().map(d -> d.toSeconds() / 60.0));

  private static final Map<String, Function<RunRow, String>> TEXTS =
      Map.of(
          "status", row -> row.state().word(),
          "stage", row -> row.stage().map(s -> s.command() + " " + s.title()).orElse(""),
          "model", RunRow::name,
          "tag", RunRow::tag,
          "label", row -> row.notes().labelLine(),
          "note", row -> row.notes().note());

  private final List<Predicate<RunRow>> conditions = new ArrayList<>();
  private final String words;

  RunFilter(String typed) {
    StringBuilder rest = new StringBuilder();
    for (String part : typed.strip().split("\\s+", -1)) {
      Matcher matcher = CONDITION.matcher(part);
      Optional<Predicate<RunRow>> condition =
          matcher.matches() ? condition(matcher) : Optional.empty();
      condition.ifPresentOrElse(conditions::add, () -> rest.append(part).append(' '));
    }
    words = rest.toString();
  }

  @Override
  public boolean test(RunRow row) {
    return conditions.stream().allMatch(condition -> condition.test(row))
        && Search.finds(words, text(row));
  }

  private static String text(RunRow row) {
    String stage = row.stage().map(s -> s.command() + " " + s.title()).orElse("");
    return String.join(
        " ",
        row.name(),
        row.tag(),
        RunStage.shortName(row.name()),
        stage,
        row.state().word(),
        row.notes().labelLine(),
        row.notes().note());
  }

  private static Optional<Predicate<RunRow>> condition(Matcher typed) {
    String key = typed.group(1).toLowerCase(Locale.ROOT);
    String operator = typed.group(2);
    String value = typed.group(3);
    if (NUMBERS.containsKey(key)) {
      return Optional.of(number(NUMBERS.get(key), operator, value));
    }
    boolean says = operator.equals(":") || operator.equals("=");
    return says && TEXTS.containsKey(key)
        ? Optional.of(row -> Search.finds(value, TEXTS.get(key).apply(row)))
        : Optional.empty();
  }

  private static Predicate<RunRow> number(
      Function<RunRow, Optional<Double>> of, String operator, String value) {
    double wanted;
    try {
      wanted = Double.parseDouble(value);
    } catch (NumberFormatException e) {
      return row -> true;
    }
    return row -> of.apply(row).filter(found -> compares(found, operator, wanted)).isPresent();
  }

  private static boolean compares(double found, String operator, double wanted) {
    return switch (operator) {
      case "<" -> found < wanted;
      case "<=" -> found <= wanted;
      case ">" -> found > wanted;
      case ">=" -> found >= wanted;
      default -> Math.abs(found - wanted) < 1e-9;
    };
  }
}
