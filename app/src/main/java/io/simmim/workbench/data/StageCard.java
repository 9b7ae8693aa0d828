package io.simmim.workbench.data;

import io.simmim.core.image.TransformStage;
import io.simmim.workbench.picture.Pictures;
import io.simmim.workbench.picture.PixelView;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** One stage of a transform: its picture over its name and what it did. */
final class StageCard extends Region {

  /** Height of name and caption. */
  static final double WORDS = 68;

  private static final double TITLE = 20;

  private final PixelView view = new PixelView();
  private final Label title = new Label();
  private final Label caption = new Label();

  StageCard(int index) {
    getStyleClass().add("stage-card");
    view.setId("sight-" + index);
    title.setId("sight-title-" + index);
    caption.setId("sight-caption-" + index);
    title.getStyleClass().add("stage-title");
    caption.getStyleClass().addAll("muted", "stage-caption");
    caption.setWrapText(true);
    caption.setAlignment(javafx.geometry.Pos.TOP_LEFT);
    getChildren().addAll(view, title, caption);
  }

  void show(int index, TransformStage stage) {
    view.setImage(Pictures.of(stage.image()));
    view.setAccessibleText(stage.title() + ": " + stage.caption());
    title.setText(index + 1 + "  " + stage.title());
    caption.setText(stage.caption());
    caption.setTooltip(new Tooltip(stage.caption()));
  }

  @Override
  protected void layoutChildren() {
    double side = getHeight() - WORDS;
    view.resizeRelocate(0, 0, getWidth(), side);
    title.resizeRelocate(0, side, getWidth(), TITLE);
    caption.resizeRelocate(0, side + TITLE, getWidth(), WORDS - TITLE);
  }
}
