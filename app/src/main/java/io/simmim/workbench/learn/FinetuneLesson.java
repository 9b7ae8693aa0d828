package io.simmim.workbench.learn;

import io.simmim.core.run.RunFolder;
import io.simmim.workbench.chart.ChartCard;
import io.simmim.workbench.chart.CurveChart;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.fx.Theme;
import io.simmim.workbench.runs.MetricCards;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Lesson 7: the accuracy of two fine-tunings in one chart, and what was reported on ImageNet. */
final class FinetuneLesson implements LessonBody {

  private static final String FIRST =
      "This lesson goes on from the encoder of lesson 6. Train it there first: about two minutes.";
  private static final String UNDER_WAY =
      "This lesson goes on from the encoder that lesson 6 is training now. Start waits for its end.";

  private final CurveChart accuracy =
      new CurveChart(
          "lesson-accuracy", "validation accuracy of both trainings over epochs", "epoch");
  private final VBox body;

  /**
   * @param encoder whether lesson 6 has trained an encoder
   * @param encoding how far lesson 6 has come
   * @param goBack goes to lesson 6
   */
  FinetuneLesson(
      FinetuneViewModel model,
      ObservableValue<Boolean> encoder,
      ObservableValue<TrainingPhase> encoding,
      Runnable goBack,
      LearnActions actions) {
    accuracy.setWords(InWords::percent);
    TrainingButtons buttons =
        new TrainingButtons(
            "lesson-finetuning", model::start, model::stop, () -> openNewest(model, actions));
    buttons.follow(
        model.phaseProperty(),
        encoder,
        model.watchedProperty().map(all -> !all.isEmpty()),
        model.progressProperty(),
        model.wordsProperty());
    accuracy.setEmptyWords("The curves come with the first epochs of the two trainings.");
    ChartCard card =
        new ChartCard(
            "Top-1 accuracy, %",
            accuracy, ChartCard.legend(Beginning.PRETRAINED.title(), Beginning.SCRATCH.title()));
    card.setMinWidth(0);
    HBox.setHgrow(card, Priority.ALWAYS);
    VBox column = new VBox(new MetricCards("lesson", model.resultsProperty()), new Reported());
    column.getStyleClass().add("lesson-reported");
    HBox both = new HBox(card, column);
    both.getStyleClass().add("lesson-columns");
    VBox.setVgrow(both, Priority.ALWAYS);
    body = new VBox(missing(encoder, encoding, goBack), buttons, both);
    body.getStyleClass().add("lesson-body");
    model.curvesProperty().subscribe(accuracy::setCurves);
  }

  private static void openNewest(FinetuneViewModel model, LearnActions actions) {
    List<RunFolder> runs = model.watchedProperty().get();
    Optional.of(runs).filter(all -> !all.isEmpty()).ifPresent(actions::compareRuns);
  }

  private static HBox missing(
      ObservableValue<Boolean> encoder, ObservableValue<TrainingPhase> encoding, Runnable goBack) {
    Label words = new Label();
    words.textProperty().bind(encoding.map(phase -> phase.isBusy() ? UNDER_WAY : FIRST));
    words.setId("lesson-finetuning-missing");
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button back = new Button("Go to lesson 6");
    back.setId("lesson-finetuning-back");
    back.setMinWidth(Button.USE_PREF_SIZE);
    back.setOnAction(event -> goBack.run());
    HBox banner = new HBox(words, back);
    banner.setId("lesson-finetuning-banner");
    banner.getStyleClass().addAll("banner", "banner-calm", "lesson-banner");
    banner.setMinHeight(HBox.USE_PREF_SIZE);
    banner.visibleProperty().bind(encoder.map(is -> !is));
    banner.managedProperty().bind(banner.visibleProperty());
    return banner;
  }

  @Override
  public Node node() {
    return body;
  }

  @Override
  public void setTheme(Theme theme) {
    accuracy.setColors(theme.chartColors());
  }
}
