package io.simmim.workbench.masks;

import io.simmim.workbench.fx.InWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is counted and measured of the mask and of the reconstructions. */
final class NumbersPanel extends VBox {

  private static final double BETWEEN = 16;

  private final MasksViewModel model;
  private final GridPane grid = new GridPane();
  private final Label hidden = value("numbers-hidden");
  private final Label ratio = value("numbers-ratio");
  private final Label avgDist = value("numbers-avgdist");
  private final Label verdict = new Label();
  private final Label firstName = new Label();
  private final Label secondName = new Label();
  private final Label firstLoss = value("numbers-loss");
  private final Label secondLoss = value("numbers-loss-2");
  private final Label firstPsnr = value("numbers-psnr");
  private final Label secondPsnr = value("numbers-psnr-2");

  NumbersPanel(MasksViewModel model) {
    this.model = model;
    getStyleClass().add("panel");
    setMinHeight(USE_PREF_SIZE);
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    ColumnConstraints values = new ColumnConstraints();
    values.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(names, values, values);
    grid.getStyleClass().add("numbers-grid");
    verdict.setId("numbers-verdict");
    verdict.getStyleClass().add("pill");
    verdict.setMinWidth(USE_PREF_SIZE);
    firstName.getStyleClass().add("field-name");
    secondName.getStyleClass().add("field-name");
    for (Label second : List.of(secondName, secondLoss, secondPsnr)) {
      second.setPadding(new Insets(0, 0, 0, BETWEEN));
    }
    rows();
    getChildren().add(grid);
    model.numbersProperty().subscribe(this::showMask);
    for (ModelSlot slot : new ModelSlot[] {model.first(), model.second()}) {
      slot.filledProperty().addListener((p, old, now) -> showModels());
      slot.stateProperty().addListener((p, old, now) -> showModels());
    }
    showModels();
  }

  private void rows() {
    row(0, "Hidden patches", "Of the mask patches; rounded up as in SimMIM", hidden, null);
    row(1, "Real ratio", "What is really hidden of the image", ratio, null);
    row(
        2,
        "AvgDist",
        "Mean distance in pixels from a hidden pixel to the nearest visible one; the paper found"
            + " 10 to 20 good",
        avgDist,
        null);
    grid.add(verdict, 0, 3, 3, 1);
    GridPane.setHalignment(verdict, HPos.RIGHT);
    grid.add(firstName, 1, 4);
    grid.add(secondName, 2, 4);
    row(5, "Loss, hidden", "Mean absolute error on hidden pixels", firstLoss, secondLoss);
    row(6, "PSNR, hidden", "Peak signal-to-noise ratio on hidden pixels", firstPsnr, secondPsnr);
  }

  private void row(int index, String title, String why, Label one, Label two) {
    Label name = new Label(title);
    name.getStyleClass().add("muted");
    name.setTooltip(new Tooltip(why));
    name.setMinWidth(USE_PREF_SIZE);
    grid.add(name, 0, index);
    if (two == null) {
      grid.add(one, 1, index, 2, 1);
      GridPane.setHalignment(one, HPos.RIGHT);
    } else {
      grid.add(one, 1, index);
      grid.add(two, 2, index);
    }
  }

  private void showMask(MaskNumbers now) {
    hidden.setText(InWords.count(now.hidden()) + " of " + InWords.count(now.patches()));
    ratio.setText(String.format(Locale.ROOT, "%.1f %%", 100 * now.ratio()));
    avgDist.setText(
        now.avgDist().isPresent()
            ? String.format(Locale.ROOT, "%.2f px", now.avgDist().getAsDouble())
            : InWords.NONE);
    verdict.setText(now.avgDist().isPresent() ? now.verdict() : "nothing to measure");
    verdict
        .getStyleClass()
        .setAll("label", "pill", now.isGood() ? "pill-finished" : "pill-stopped");
  }

  private void showModels() {
    ModelState one = model.first().stateProperty().get();
    ModelState two = model.second().stateProperty().get();
    boolean both = one.isReady() && two.isReady();
    showWhile(firstName, both, one.file().map(ModelNames::brief).orElse(""));
    showWhile(secondName, both, two.file().map(ModelNames::brief).orElse(""));
    ModelSlot left = one.isReady() || !two.isReady() ? model.first() : model.second();
    firstLoss.setText(word(left, filled -> InWords.number(filled.loss())));
    firstPsnr.setText(word(left, NumbersPanel::decibels));
    String secondWord = word(model.second(), filled -> InWords.number(filled.loss()));
    showWhile(secondLoss, both, secondWord);
    showWhile(secondPsnr, both, word(model.second(), NumbersPanel::decibels));
  }

  private static String decibels(Filled filled) {
    return Double.isFinite(filled.psnr())
        ? String.format(Locale.ROOT, "%.2f dB", filled.psnr())
        : InWords.NONE;
  }

  private static String word(ModelSlot slot, Function<Filled, String> words) {
    Optional<Filled> filled = slot.filledProperty().get();
    return filled.map(words).orElse(InWords.NONE);
  }

  private static void showWhile(Label label, boolean needed, String text) {
    label.setText(text);
    label.setVisible(needed);
    label.setManaged(needed);
  }

  private static Label value(String id) {
    Label label = new Label();
    label.setId(id);
    label.getStyleClass().add("num");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}
