package io.simmim.workbench.runs;

import io.simmim.workbench.chart.ChartCard;
import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.fx.Paced;
import io.simmim.workbench.picture.PictureLoader;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/** A pre-training: loss over the steps, large; what the probe images look like beside it. */
final class PretrainBody implements StageBody {

  private final TrainingCharts charts;
  private final StripView strip;
  private final SplitPane split;
  private final Paced drawing = new Paced(Duration.millis(250), this::draw);
  private RunSnapshot shown = RunSnapshot.EMPTY;

  PretrainBody(StripViewModel model, PictureLoader loader, ChartFiles files) {
    charts = new TrainingCharts(files);
    model.shownStepProperty().subscribe(charts::mark);
    strip = new StripView(model, loader);
    split = new SplitPane(grid(), strip);
    StripShare.install(split, strip.grid());
    split.getStyleClass().add("quiet-split");
  }

  private GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("run-charts");
    ChartCard rate = charts.rateCard();
    ChartCard norm = charts.normCard();
    grid.add(charts.lossCard("Training loss"), 0, 0, 2, 1);
    grid.add(rate, 0, 1);
    grid.add(norm, 1, 1);
    grid.getRowConstraints().addAll(Shares.row(62), Shares.row(38));
    for (ChartCard card : List.of(rate, norm)) {
      GridPane.setHgrow(card, Priority.ALWAYS);
      card.setPrefWidth(100);
    }
    return grid;
  }

  @Override
  public String title() {
    return "Progress";
  }

  @Override
  public Node node() {
    return split;
  }

  @Override
  public void show(FollowedRun run) {
    shown = run.snapshot();
    drawing.request();
  }

  private void draw() {
    charts.show(shown);
  }

  @Override
  public void reset() {
    charts.reset();
  }

  @Override
  public void setColors(ChartColors colors) {
    charts.setColors(colors);
  }

  @Override
  public void toggleLogScale() {
    charts.toggleLogScale();
  }

  @Override
  public void movePreview(int by) {
    strip.move(by);
  }
}
