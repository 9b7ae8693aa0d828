package io.simmim.workbench.checkpoint;

import io.simmim.core.portrait.Distribution;
import io.simmim.core.portrait.Histogram;
import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.chart.HistogramChart;
import io.simmim.workbench.fx.InWords;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/** The histogram of a tensor. */
final class DistributionCard extends VBox {

  private final HistogramChart chart =
      new HistogramChart("tensor-histogram", "histogram of the values of the tensor");
  private final ToggleButton middle =
      Toggles.of("tensor-middle", "middle", "Only the inner 99.8 % of the values");
  private final ToggleButton log = Toggles.of("tensor-log", "log", "Logarithmic count");
  private final Label outside = new Label();
  private Optional<Distribution> distribution = Optional.empty();

  DistributionCard() {
    getStyleClass().add("chart-card");
    outside.setId("tensor-outside");
    outside.getStyleClass().addAll("muted", "tensor-note");
    outside.managedProperty().bind(outside.visibleProperty());
    outside.visibleProperty().bind(outside.textProperty().isNotEmpty());
    middle.managedProperty().bind(middle.visibleProperty());
    middle.setOnAction(event -> redraw());
    log.setOnAction(event -> chart.setLogCounts(log.isSelected()));
    managedProperty().bind(visibleProperty());
    getChildren().addAll(Toggles.head(new Label("Distribution"), middle, log), chart, outside);
  }

  void show(Optional<Distribution> now) {
    distribution = now;
    setVisible(now.isPresent());
    middle.setVisible(now.flatMap(Distribution::middle).isPresent());
    middle.setSelected(middle.isVisible());
    redraw();
  }

  void setColors(ChartColors colors) {
    chart.setColors(colors);
  }

  private void redraw() {
    distribution.ifPresent(
        d -> {
          Histogram drawn = middle.isSelected() ? d.middle().orElse(d.all()) : d.all();
          chart.show(drawn);
          outside.setText(outside(drawn));
        });
  }

  private static String outside(Histogram drawn) {
    if (drawn.below() == 0 && drawn.above() == 0) {
      return "";
    }
    return "Outside: %s below, %s above."
        .formatted(InWords.count(drawn.below()), InWords.count(drawn.above()));
  }
}
