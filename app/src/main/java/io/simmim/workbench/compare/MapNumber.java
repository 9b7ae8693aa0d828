package io.simmim.workbench.compare;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.runs.Accuracy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** A number of a run that a heat map may show. */
public enum MapNumber {
  LAST_LOSS("Last loss", Better.LOWER, InWords::number, ComparedNumbers::loss),
  BEST_LOSS("Best loss", Better.LOWER, InWords::number, ComparedNumbers::bestLoss),
  BEST_TOP1("Best top-1", Better.HIGHER, InWords::percent, ComparedNumbers::bestTop1),
  LAST_TOP1("Last top-1", Better.HIGHER, InWords::percent, MapNumber::lastTop1),
  SPEED("Images/s", Better.HIGHER, InWords::speed, ComparedNumbers::imagesPerSecond),
  TIME("Time", Better.LOWER, MapNumber::time, MapNumber::seconds);

  /** Which of two numbers is the better one. */
  enum Better {
    LOWER,
    HIGHER
  }

  private final String title;
  private final Better better;
  private final DoubleFunction<String> words;
  private final Function<ComparedNumbers, Optional<Double>> value;

  MapNumber(
      String title,
      Better better,
      DoubleFunction<String> words,
      Function<ComparedNumbers, Optional<Double>> value) {
    this.title = title;
    this.better = better;
    this.words = words;
    this.value = value;
  }

  /** Those that any of the runs has. */
  static List<MapNumber> of(List<ComparedNumbers> runs) {
    return Arrays.stream(values())
        .filter(number -> runs.stream().anyMatch(run -> number.of(run).isPresent()))
        .toList();
  }

  public String title() {
    return title;
  }

  boolean lowerIsBetter() {
    return better == Better.LOWER;
  }

  /** How one value is written. */
  String inWords(double number) {
    return words.apply(number);
  }

  DoubleFunction<String> words() {
    return words;
  }

  /** Of a run; empty while it is not known, or no number. */
  Optional<Double> of(ComparedNumbers run) {
    return value.apply(run).filter(Double::isFinite);
  }

  private static Optional<Double> lastTop1(ComparedNumbers numbers) {
    return Accuracy.last(numbers.run().run().snapshot().validations())
        .map(RunEvent.Validation::top1);
  }

  private static Optional<Double> seconds(ComparedNumbers numbers) {
    return numbers.elapsed().map(time -> time.toMillis() / 1000.0);
  }

  private static String time(double seconds) {
    return InWords.duration(Duration.ofMillis(Math.round(1000 * seconds)));
  }
}
