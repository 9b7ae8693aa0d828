package io.simmim.workbench.compare;

import io.simmim.workbench.chart.ChartCard;
import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.chart.Curve;
import io.simmim.workbench.chart.CurveChart;
import io.simmim.workbench.runs.ChartControls;
import io.simmim.workbench.runs.ChartFiles;
import io.simmim.workbench.runs.ExportMenu;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.RowConstraints;

/** One chart for each metric, with a line for each run. */
final class CompareCharts extends GridPane {

  private static final int COLUMNS = 2;

  private final Map<CompareMetric, CurveChart> charts = new EnumMap<>(CompareMetric.class);
  private final Map<CompareMetric, ChartCard> cards = new EnumMap<>(CompareMetric.class);
  private List<CompareMetric> placed = List.of();
  private ToggleButton logLoss;

  CompareCharts(CompareViewModel model, ChartFiles files) {
    getStyleClass().add("run-charts");
    for (CompareMetric metric : CompareMetric.values()) {
      add(metric, files);
    }
    for (int i = 0; i < COLUMNS; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      getColumnConstraints().add(column);
      RowConstraints row = new RowConstraints();
      row.setPercentHeight(100.0 / COLUMNS);
      getRowConstraints().add(row);
    }
    model.runsProperty().subscribe(runs -> place(CompareMetric.of(runs)));
    model.curvesProperty().subscribe(this::show);
  }

  private void add(CompareMetric metric, ChartFiles files) {
    CurveChart chart = new CurveChart("compare-" + metric.id(), metric.title() + " of all runs");
    chart.setWords(metric.words());
    HBox buttons = new HBox();
    buttons.getStyleClass().add("tight-buttons");
    if (metric != CompareMetric.ACCURACY) {
      ToggleButton log = ChartControls.logToggle("compare-log-" + metric.id(), chart);
      buttons.getChildren().add(log);
      logLoss = metric == CompareMetric.LOSS ? log : logLoss;
    }
    buttons
        .getChildren()
        .addAll(
            ChartControls.fit(chart, "of the curves"),
            new ExportMenu(chart, metric.title(), files));
    ChartCard card = new ChartCard(metric.title(), chart, buttons);
    card.setMinWidth(0);
    charts.put(metric, chart);
    cards.put(metric, card);
  }

  void setColors(ChartColors colors) {
    charts.values().forEach(chart -> chart.setColors(colors));
  }

  void toggleLogScale() {
    logLoss.fire();
  }

  private void place(List<CompareMetric> metrics) {
    if (metrics.equals(placed)) {
      return;
    }
    placed = metrics;
    getChildren().clear();
    for (int i = 0; i < metrics.size(); i++) {
      add(cards.get(metrics.get(i)), i % COLUMNS, i / COLUMNS);
    }
  }

  private void show(ComparedCurves curves) {
    charts.forEach(
        (metric, chart) -> {
          chart.setUnit(curves.axis().unit(), curves.axis().isWhole());
          List<Curve> lines = curves.charts().getOrDefault(metric, List.of());
          if (!lines.isEmpty() || !chart.curves().isEmpty()) {
            chart.setCurves(lines);
          }
        });
  }
}
