package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.chart.ChartCard;
import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.chart.Curve;
import io.simmim.workbench.chart.CurveChart;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.fx.Paced;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** A fine-tuning: accuracy over the epochs and both losses, large; the rest below. */
final class FinetuneBody implements StageBody {

  private static final int COLUMNS = 6;

  private final TrainingCharts charts;
  private final CurveChart accuracy =
      new CurveChart("chart-accuracy", "validation accuracy over epochs", "epoch");
  private final GridPane grid = new GridPane();
  private final EpochChoice epochs = new EpochChoice();
  private final VBox page = new VBox(grid, new EpochSlider(epochs));
  private final Paced drawing = new Paced(Duration.millis(250), this::draw);
  private RunSnapshot shown = RunSnapshot.EMPTY;

  FinetuneBody(ChartFiles files) {
    charts = new TrainingCharts(files);
    accuracy.setWords(InWords::percent);
    grid.getStyleClass().add("run-charts");
    VBox.setVgrow(grid, Priority.ALWAYS);
    page.getStyleClass().add("run-epochs");
    epochs.indexProperty().addListener((p, old, now) -> mark());
    grid.add(accuracyCard(files), 0, 0, 3, 1);
    grid.add(charts.lossCard("Loss", ChartCard.legend("training", "validation")), 3, 0, 3, 1);
    grid.add(charts.rateCard(), 0, 1, 2, 1);
    grid.add(charts.normCard(), 2, 1, 2, 1);
    grid.add(charts.speedCard(), 4, 1, 2, 1);
    grid.getRowConstraints().addAll(Shares.row(60), Shares.row(40));
    grid.getChildren().forEach(card -> ((Region) card).setMinWidth(0));
    for (int i = 0; i < COLUMNS; i++) {
      grid.getColumnConstraints().add(Shares.column(100.0 / COLUMNS));
    }
  }

  private ChartCard accuracyCard(ChartFiles files) {
    return new ChartCard(
        "Validation accuracy, %", accuracy, ChartCard.legend("top-1", "top-5"), buttons(files));
  }

  private HBox buttons(ChartFiles files) {
    HBox buttons =
        new HBox(
            ChartControls.fit(accuracy, "epochs"),
            new ExportMenu(accuracy, "Validation accuracy", files));
    buttons.getStyleClass().add("tight-buttons");
    return buttons;
  }

  private void draw() {
    charts.show(shown);
    List<RunEvent.Validation> all = shown.validations();
    epochs.update(all);
    accuracy.setCurves(
        List.of(
            Curve.points(
                "top-5", Accuracy.overEpochs(all, RunEvent.Validation::top5), Curve.Tone.SECOND),
            Curve.points(
                "top-1", Accuracy.overEpochs(all, RunEvent.Validation::top1), Curve.Tone.STRONG)));
    mark();
  }

  /** Where the chosen epoch is in every chart. */
  private void mark() {
    Optional<RunEvent.Validation> chosen = epochs.chosen();
    charts.mark(chosen.map(v -> OptionalLong.of(v.step())).orElseGet(OptionalLong::empty));
    accuracy.mark(
        chosen.map(v -> OptionalDouble.of(v.epoch() + 1.0)).orElseGet(OptionalDouble::empty));
  }

  @Override
  public String title() {
    return "Progress";
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void show(FollowedRun run) {
    shown = run.snapshot();
    drawing.request();
  }

  @Override
  public void reset() {
    epochs.reset();
    charts.reset();
    accuracy.showAll();
  }

  @Override
  public void setColors(ChartColors colors) {
    charts.setColors(colors);
    accuracy.setColors(colors);
  }

  @Override
  public void toggleLogScale() {
    charts.toggleLogScale();
  }

  @Override
  public void movePreview(int by) {
    epochs.choose(epochs.indexProperty().get() + by);
  }
}
