package io.simmim.workbench.data;

import io.simmim.core.image.TransformStage;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/** The stages side by side, as large as there is room for; narrower places scroll. */
final class StageStrip extends Region {

  private static final double GAP = 8;
  private static final double LEAST = 100;
  private static final double MOST = 320;

  private final List<StageCard> cards = new ArrayList<>();

  StageStrip() {
    setId("sight-stages");
  }

  /** Shows these stages; views of the stages before are used again. */
  void show(List<TransformStage> stages) {
    while (cards.size() > stages.size()) {
      getChildren().remove(cards.remove(cards.size() - 1));
    }
    for (int i = 0; i < stages.size(); i++) {
      if (i == cards.size()) {
        cards.add(new StageCard(i));
        getChildren().add(cards.get(i));
      }
      cards.get(i).show(i, stages.get(i));
    }
    requestLayout();
  }

  @Override
  protected double computeMinWidth(double height) {
    return cards.size() * (LEAST + GAP) - GAP;
  }

  @Override
  protected double computePrefWidth(double height) {
    return computeMinWidth(height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return LEAST + StageCard.WORDS;
  }

  @Override
  protected void layoutChildren() {
    if (cards.isEmpty()) {
      return;
    }
    double room = Math.floor((getWidth() + GAP) / cards.size() - GAP);
    double width = Math.max(LEAST, Math.min(room, MOST));
    double height = Math.min(getHeight(), width + StageCard.WORDS);
    double top = Math.floor((getHeight() - height) / 2);
    for (int i = 0; i < cards.size(); i++) {
      cards.get(i).resizeRelocate(i * (width + GAP), top, width, height);
    }
  }
}
