package io.simmim.workbench.masks;

import io.simmim.workbench.chart.ChartColors;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The page: large pictures and film strip at the left, controls, numbers and chart at the right.
 */
public final class MasksView extends VBox {

  private static final double COLUMN = 288;

  private final MasksViewModel model;
  private final StageView stage = new StageView("masks");
  private final MaskPanel panel;
  private final DistanceCard distances;

  public MasksView(MasksViewModel model, MasksActions actions) {
    this.model = model;
    setId("masks-page");
    getStyleClass().addAll("page", "masks");
    panel = new MaskPanel(model.controls());
    distances = new DistanceCard("avgdist-chart", model);
    HBox body = new HBox(pictures(), column());
    body.getStyleClass().add("masks-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(new MasksHead(model, actions, stage), body);
    StageGestures.install(stage, model.controls());
    follow();
  }

  public void setColors(ChartColors colors) {
    distances.setColors(colors);
  }

  public void focusSlider() {
    panel.focusSlider();
  }

  /** Where the divider is, 0 to 1. */
  public double divider() {
    return stage.dividerProperty().get();
  }

  private VBox pictures() {
    Label hint = new Label("Choose a checkpoint to see how far its reconstruction is off.");
    hint.getStyleClass().addAll("loading-chip", "stage-hint");
    StackPane.setAlignment(hint, javafx.geometry.Pos.BOTTOM_CENTER);
    hint.visibleProperty()
        .bind(
            model
                .modeProperty()
                .isEqualTo(StageMode.ERROR)
                .and(
                    javafx.beans.binding.Bindings.createBooleanBinding(
                        this::isWithoutModel,
                        model.first().stateProperty(),
                        model.second().stateProperty())));
    StackPane large =
        new StackPane(
            stage,
            hint,
            LoadingChip.ofPicture(model),
            LoadingChip.ofModel(model.first()),
            LoadingChip.ofModel(model.second()));
    large.getStyleClass().add("stage-ground");
    VBox.setVgrow(large, Priority.ALWAYS);
    VBox pictures = new VBox(large, new FilmStripView("film", model));
    pictures.getStyleClass().add("masks-pictures");
    HBox.setHgrow(pictures, Priority.ALWAYS);
    return pictures;
  }

  private boolean isWithoutModel() {
    return model.first().stateProperty().get().file().isEmpty()
        && model.second().stateProperty().get().file().isEmpty();
  }

  private VBox column() {
    VBox.setVgrow(distances, Priority.ALWAYS);
    VBox column = new VBox(panel, new NumbersPanel(model), distances);
    column.getStyleClass().add("masks-column");
    column.setMinWidth(COLUMN);
    column.setPrefWidth(COLUMN);
    column.setMaxWidth(COLUMN);
    return column;
  }

  private void follow() {
    model.pictureProperty().addListener((p, old, now) -> refresh());
    model.modeProperty().addListener((p, old, now) -> refresh());
    model.keepVisibleProperty().addListener((p, old, now) -> refresh());
    for (ModelSlot slot : List.of(model.first(), model.second())) {
      slot.filledProperty().addListener((p, old, now) -> refresh());
      slot.stateProperty().addListener((p, old, now) -> refresh());
    }
    refresh();
  }

  private void refresh() {
    List<StagePanel> panels = StagePanel.of(model);
    stage.show(panels);
    stage.setAccessibleText(
        String.join(", ", panels.stream().map(StagePanel::title).toList()) + " of the picture");
  }
}
