package io.simmim.workbench.runs;

import io.simmim.workbench.chart.ChartColors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** An evaluation or a measurement of speed: its result on one card, and how far it is. */
final class MeasurementBody implements StageBody {

  private final Function<FollowedRun, Measurement> measurement;
  private final VBox card = new VBox();
  private final StackPane place = new StackPane(card);
  private Measurement shown;

  MeasurementBody(Function<FollowedRun, Measurement> measurement) {
    this.measurement = measurement;
    card.setId("result-card");
    card.getStyleClass().add("result-card");
    card.setMaxHeight(VBox.USE_PREF_SIZE);
    place.getStyleClass().add("result-place");
  }

  @Override
  public void show(FollowedRun run) {
    Measurement now = measurement.apply(run);
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    List<Node> parts = new ArrayList<>();
    HBox headlines = new HBox();
    headlines.getStyleClass().add("headlines");
    now.headlines().forEach(headline -> headlines.getChildren().add(headline(headline)));
    parts.add(headlines);
    if (now.underWay()) {
      parts.add(progress(now));
    }
    if (!now.numbers().isEmpty()) {
      HBox numbers = new HBox();
      numbers.getStyleClass().add("result-numbers");
      now.numbers().forEach(number -> numbers.getChildren().add(number(number)));
      parts.add(numbers);
    }
    if (!now.facts().isEmpty()) {
      parts.add(facts(now.facts()));
    }
    card.getChildren().setAll(parts);
  }

  private static VBox headline(Measurement.Headline headline) {
    Label title = label(headline.title(), "result-title");
    Label value = label(headline.value(), "result-value");
    value.setId("result-" + headline.id());
    VBox box = new VBox(title, value);
    if (headline.share() >= 0) {
      ProgressBar bar = new ProgressBar(headline.share());
      bar.getStyleClass().add("share-bar");
      bar.setMaxWidth(Double.MAX_VALUE);
      bar.setAccessibleText(headline.title());
      box.getChildren().add(bar);
    }
    if (!headline.remark().isEmpty()) {
      box.getChildren().add(label(headline.remark(), "muted"));
    }
    box.getStyleClass().add("headline");
    return growing(box);
  }

  private static VBox progress(Measurement now) {
    ProgressBar bar = new ProgressBar(now.progress());
    bar.setId("result-progress");
    bar.getStyleClass().add("task-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText("progress");
    VBox box = new VBox(bar, label(now.progressWords(), "muted"));
    box.getStyleClass().add("task");
    return box;
  }

  private static VBox number(Metric number) {
    Label value = label(number.value(), "card-number");
    value.setId("result-" + number.id());
    return growing(new VBox(label(number.title(), "card-title"), value));
  }

  private static GridPane facts(List<Metric> facts) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("facts");
    for (int i = 0; i < facts.size(); i++) {
      Label name = label(facts.get(i).title(), "muted");
      name.setMinWidth(Label.USE_PREF_SIZE);
      Label value = label(facts.get(i).value(), "num");
      value.setId("result-" + facts.get(i).id());
      value.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
      value.setTooltip(new Tooltip(facts.get(i).value()));
      grid.addRow(i, name, value);
    }
    return grid;
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    return label;
  }

  private static VBox growing(VBox box) {
    HBox.setHgrow(box, Priority.ALWAYS);
    box.setPrefWidth(100);
    return box;
  }

  @Override
  public String title() {
    return "Result";
  }

  @Override
  public Node node() {
    return place;
  }

  @Override
  public void reset() {
    shown = null;
  }

  @Override
  public void setColors(ChartColors colors) {}

  @Override
  public void toggleLogScale() {}

  @Override
  public void movePreview(int by) {}
}
