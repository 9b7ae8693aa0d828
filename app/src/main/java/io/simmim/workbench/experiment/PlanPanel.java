package io.simmim.workbench.experiment;

import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.chart.Curve;
import io.simmim.workbench.chart.CurveChart;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.picture.Pictures;
import io.simmim.workbench.picture.PixelView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** What the experiment will do, in numbers and in one masked picture. */
final class PlanPanel extends VBox {

  private static final double LARGEST_PICTURE = 280;

  private final PlanViewModel model;
  private final GridPane numbers = new GridPane();
  private final Label tokens = value("plan-tokens");
  private final Label hidden = value("plan-hidden");
  private final Label batch = value("plan-batch");
  private final Label steps = value("plan-steps");
  private final Label rate = value("plan-lr");
  private final PixelView picture = new PixelView();
  private final CurveChart schedule =
      new CurveChart("plan-schedule", "learning rate over the epochs", "epoch");

  PlanPanel(PlanViewModel model) {
    this.model = model;
    getStyleClass().addAll("panel", "plan");
    Label title = new Label("What this will do");
    title.getStyleClass().add("section-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, againButton());
    head.getStyleClass().add("panel-head");
    row(0, "Tokens per image", tokens, "Patches that the first layer sees");
    row(1, "Hidden tokens", hidden, "Whole mask squares are hidden, rounded up: ceil(n r) of n");
    row(2, "Effective batch", batch, "Images that one optimizer step sees");
    row(3, "Steps", steps, "An epoch leaves out its last incomplete batch");
    row(4, "Learning rate", rate, "After the warm-up: BASE_LR x effective batch / 512");
    ColumnConstraints names = new ColumnConstraints();
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setHalignment(HPos.RIGHT);
    numbers.getColumnConstraints().addAll(names, values);
    numbers.getStyleClass().add("plan-grid");
    schedule.setMinHeight(64);
    schedule.setPrefHeight(92);
    getChildren().addAll(head, numbers, schedule, pictureBox());
    model.planProperty().subscribe(this::show);
  }

  void setColors(ChartColors colors) {
    schedule.setColors(colors.onPanel());
  }

  private Button againButton() {
    Button again =
        Icons.button(
            "mask-again",
            Material2OutlinedAL.CASINO,
            "Another image and another mask (Ctrl+M)",
            model::again);
    again.disableProperty().bind(model.pictureProperty().map(Optional::isEmpty));
    return again;
  }

  private StackPane pictureBox() {
    picture.setId("mask-picture");
    picture.setMaxHeight(LARGEST_PICTURE);
    picture.setAccessibleText("one of your images with the hidden patches grey");
    model
        .pictureProperty()
        .subscribe(image -> picture.setImage(image.map(Pictures::of).orElse(null)));
    Label hint = new Label("Choose a folder of images to see one of them masked.");
    hint.setWrapText(true);
    hint.getStyleClass().add("muted");
    hint.visibleProperty().bind(model.pictureProperty().map(Optional::isEmpty));
    StackPane box = new StackPane(picture, hint);
    box.getStyleClass().add("plan-picture");
    VBox.setVgrow(box, Priority.ALWAYS);
    return box;
  }

  private void show(Optional<Plan> plan) {
    tokens.setText(plan.map(p -> InWords.count(p.tokens())).orElse(InWords.NONE));
    hidden.setText(plan.map(PlanPanel::hidden).orElse(InWords.NONE));
    batch.setText(plan.map(p -> InWords.count(p.effectiveBatch())).orElse(InWords.NONE));
    steps.setText(plan.map(PlanPanel::steps).orElse(InWords.NONE));
    rate.setText(plan.map(p -> InWords.rate(p.lr().base())).orElse(InWords.NONE));
    schedule.setVisible(plan.isPresent());
    schedule.setManaged(plan.isPresent());
    schedule.setCurves(
        plan.map(p -> List.of(new Curve("learning rate", p.schedule(), false))).orElse(List.of()));
  }

  private static String hidden(Plan plan) {
    return InWords.count(plan.hiddenTokens())
        + String.format(Locale.ROOT, "  (%.1f %%)", 100 * plan.realRatio());
  }

  private static String steps(Plan plan) {
    return plan.stepsPerEpoch() == 0
        ? InWords.NONE
        : InWords.count(plan.totalSteps())
            + "  ("
            + InWords.count(plan.stepsPerEpoch())
            + " per epoch)";
  }

  private void row(int index, String name, Label value, String why) {
    Label label = new Label(name);
    label.getStyleClass().add("muted");
    label.setTooltip(new Tooltip(why));
    label.setMinWidth(Region.USE_PREF_SIZE);
    numbers.addRow(index, label, value);
  }

  private static Label value(String id) {
    Label label = new Label();
    label.setId(id);
    label.getStyleClass().add("num");
    return label;
  }
}
