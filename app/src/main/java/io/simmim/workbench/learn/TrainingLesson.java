package io.simmim.workbench.learn;

import io.simmim.workbench.chart.ChartCard;
import io.simmim.workbench.chart.CurveChart;
import io.simmim.workbench.fx.Theme;
import io.simmim.workbench.picture.PictureLoader;
import io.simmim.workbench.runs.StripView;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** Lesson 6: the loss and the probe images of a training that is under way. */
final class TrainingLesson implements LessonBody {

  /** Percent of the width: the pictures say more than the curve. */
  private static final double STRIP = 66;

  private final CurveChart loss =
      new CurveChart("lesson-loss", "training loss of the lesson over steps");
  private final VBox body;

  TrainingLesson(TrainingViewModel model, PictureLoader loader, LearnActions actions) {
    TrainingButtons buttons =
        new TrainingButtons(
            "lesson-training",
            model::start,
            model::stop,
            () -> model.folderProperty().get().ifPresent(actions::openRun));
    buttons.follow(
        model.phaseProperty(),
        new SimpleBooleanProperty(true),
        model.folderProperty().map(Optional::isPresent),
        model.progressProperty(),
        model.wordsProperty());
    loss.setEmptyWords("The curve comes when the training takes its first steps.");
    ChartCard card = new ChartCard("Training loss: L1 on hidden pixels", loss);
    StripView strip = new StripView(model.run().strip(), loader);
    GridPane both = new GridPane();
    both.getStyleClass().add("run-charts");
    both.addRow(0, card, strip);
    both.getColumnConstraints().addAll(share(100 - STRIP), share(STRIP));
    both.getRowConstraints().add(all());
    VBox.setVgrow(both, Priority.ALWAYS);
    body = new VBox(buttons, both);
    body.getStyleClass().add("lesson-body");
    model.curvesProperty().subscribe(loss::setCurves);
    model.run().strip().shownStepProperty().subscribe(this::mark);
  }

  private static ColumnConstraints share(double percent) {
    ColumnConstraints share = new ColumnConstraints();
    share.setPercentWidth(percent);
    return share;
  }

  private static RowConstraints all() {
    RowConstraints all = new RowConstraints();
    all.setPercentHeight(100);
    return all;
  }

  private void mark(OptionalLong step) {
    loss.mark(step.isPresent() ? OptionalDouble.of(step.getAsLong()) : OptionalDouble.empty());
  }

  @Override
  public Node node() {
    return body;
  }

  @Override
  public void setTheme(Theme theme) {
    loss.setColors(theme.chartColors());
  }
}
