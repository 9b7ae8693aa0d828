package io.simmim.workbench.experiment;

import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.chart.Curve;
import io.simmim.workbench.chart.CurveChart;
import io.simmim.workbench.chart.Series;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.InWords;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** What the launch will do, in numbers, a curve and pictures. */
final class PlanPanel extends VBox {

  private static final double LEAST_CURVE = 60;

  private final PlanViewModel model;
  private final GridPane numbers = new GridPane();
  private final CurveChart schedule =
      new CurveChart("plan-schedule", "learning rate over the epochs", "epoch");
  private List<Plan.Row> shown = List.of();

  PlanPanel(PlanViewModel model, MeasureViewModel measuring) {
    this.model = model;
    getStyleClass().addAll("panel", "plan");
    Label title = new Label("What this will do");
    title.getStyleClass().add("section-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    SamplePictures pictures = new SamplePictures(model.picturesProperty());
    VBox.setVgrow(pictures, Priority.ALWAYS);
    MeasurePane measured = new MeasurePane(measuring);
    Button measure = measured.button();
    measure.managedProperty().bind(measure.visibleProperty());
    model.planProperty().subscribe(p -> measure.setVisible(p.flatMap(Plan::schedule).isPresent()));
    HBox head = new HBox(title, gap, againButton(pictures), measure);
    head.getStyleClass().add("panel-head");
    ColumnConstraints names = new ColumnConstraints();
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setHalignment(HPos.RIGHT);
    numbers.getColumnConstraints().addAll(names, values);
    numbers.getStyleClass().add("plan-grid");
    numbers.setMinHeight(USE_PREF_SIZE);
    // The first to give way in a low window: the curve is the one thing here that can wait.
    schedule.setMinHeight(0);
    schedule.setPrefHeight(92);
    schedule
        .visibleProperty()
        .bind(schedule.managedProperty().and(schedule.heightProperty().greaterThan(LEAST_CURVE)));
    getChildren().addAll(head, numbers, measured, schedule, pictures);
    model.planProperty().subscribe(this::show);
    model.picturesProperty().addListener((p, old, now) -> show(model.planProperty().get()));
  }

  void setColors(ChartColors colors) {
    schedule.setColors(colors.onPanel());
  }

  private Button againButton(SamplePictures pictures) {
    Button again =
        Icons.button(
            "mask-again",
            Material2OutlinedAL.CASINO,
            "Other images, another mask (Ctrl+M)",
            model::again);
    again.visibleProperty().bind(pictures.shownProperty());
    return again;
  }

  /** Numbers alone need no more room than they take. */
  private void fit(boolean more) {
    setMaxHeight(more ? Double.MAX_VALUE : USE_PREF_SIZE);
  }

  private void show(Optional<Plan> plan) {
    showRows(plan.map(Plan::rows).orElseGet(this::unknownRows));
    Optional<Series> rates = plan.flatMap(Plan::schedule);
    schedule.setManaged(rates.isPresent());
    fit(rates.isPresent() || !model.picturesProperty().get().isEmpty());
    schedule.setCurves(
        rates.map(curve -> List.of(Curve.strong("learning rate", curve))).orElse(List.of()));
  }

  /** While there are faults nothing is known, but what would be. */
  private List<Plan.Row> unknownRows() {
    return shown.stream()
        .map(row -> new Plan.Row(row.id(), row.name(), InWords.NONE, row.why()))
        .toList();
  }

  private void showRows(List<Plan.Row> rows) {
    if (rows.equals(shown)) {
      return;
    }
    shown = rows;
    numbers.getChildren().clear();
    for (int i = 0; i < rows.size(); i++) {
      numbers.addRow(i, PlanRows.name(rows.get(i)), PlanRows.value(rows.get(i)));
    }
  }
}
