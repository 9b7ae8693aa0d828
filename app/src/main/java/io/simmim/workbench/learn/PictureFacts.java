package io.simmim.workbench.learn;

import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.masks.Filled;
import io.simmim.workbench.masks.MaskNumbers;
import io.simmim.workbench.masks.MasksViewModel;
import io.simmim.workbench.runs.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The few numbers that a lesson about a picture shows. */
final class PictureFacts {

  /** What a lesson may show. */
  enum Fact {
    HIDDEN,
    RATIO,
    AVG_DIST,
    VERDICT,
    LOSS,
    PSNR
  }

  private final MasksViewModel picture;
  private final List<Fact> wanted;
  private final ReadOnlyObjectWrapper<List<Metric>> metrics =
      new ReadOnlyObjectWrapper<>(this, "metrics", List.of());

  PictureFacts(MasksViewModel picture, Fact... wanted) {
    this.picture = picture;
    this.wanted = List.of(wanted);
    picture.numbersProperty().subscribe(now -> refresh());
    picture.first().filledProperty().addListener((p, old, now) -> refresh());
  }

  ReadOnlyObjectProperty<List<Metric>> metricsProperty() {
    return metrics.getReadOnlyProperty();
  }

  /** AvgDist in words. */
  static String avgDist(MaskNumbers numbers) {
    return numbers.avgDist().isPresent()
        ? String.format(Locale.ROOT, "%.1f px", numbers.avgDist().getAsDouble())
        : InWords.NONE;
  }

  private void refresh() {
    List<Metric> now = new ArrayList<>();
    wanted.forEach(fact -> now.add(metric(fact)));
    metrics.set(List.copyOf(now));
  }

  private Metric metric(Fact fact) {
    MaskNumbers numbers = picture.numbersProperty().get();
    Optional<Filled> filled = picture.first().filledProperty().get();
    return switch (fact) {
      case HIDDEN ->
          new Metric(
              "hidden",
              "Hidden patches",
              InWords.count(numbers.hidden()) + " of " + InWords.count(numbers.patches()),
              14);
      case RATIO ->
          new Metric("ratio", "Really hidden", InWords.percent(100 * numbers.ratio()), 12);
      case AVG_DIST -> new Metric("avgdist", "AvgDist", avgDist(numbers), 11);
      case VERDICT ->
          new Metric(
              "verdict",
              "Good is 10 to 20 px",
              numbers.verdict().isEmpty() ? InWords.NONE : numbers.verdict().replaceAll(":.*", ""),
              16);
      case LOSS ->
          new Metric(
              "loss",
              "L1, hidden pixels",
              filled.map(f -> InWords.number(f.loss())).orElse(InWords.NONE),
              14);
      case PSNR ->
          new Metric(
              "psnr",
              "PSNR, hidden pixels",
              filled.map(PictureFacts::decibels).orElse(InWords.NONE),
              15);
    };
  }

  private static String decibels(Filled filled) {
    return Double.isFinite(filled.psnr())
        ? String.format(Locale.ROOT, "%.1f dB", filled.psnr())
        : InWords.NONE;
  }
}
