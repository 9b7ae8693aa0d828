package io.simmim.workbench.learn;

import io.simmim.workbench.masks.LoadingChip;
import io.simmim.workbench.masks.MasksViewModel;
import io.simmim.workbench.masks.StagePanel;
import io.simmim.workbench.masks.StageView;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The large pictures of a lesson, which follow one or two masked pictures. */
final class LessonStage extends StackPane {

  private final StageView stage;
  private final Supplier<List<StagePanel>> panels;

  /**
   * @param panels what is to be seen now, from left to right
   */
  LessonStage(String id, Supplier<List<StagePanel>> panels, MasksViewModel... pictures) {
    this.panels = panels;
    stage = new StageView(id);
    getStyleClass().add("stage-ground");
    setMinSize(0, 120);
    VBox.setVgrow(this, Priority.ALWAYS);
    HBox.setHgrow(this, Priority.ALWAYS);
    getChildren()
        .addAll(
            stage, LoadingChip.ofPicture(pictures[0]), LoadingChip.ofModel(pictures[0].first()));
    for (MasksViewModel picture : pictures) {
      picture.pictureProperty().addListener((p, old, now) -> refresh());
      picture.first().filledProperty().addListener((p, old, now) -> refresh());
      picture.first().stateProperty().addListener((p, old, now) -> refresh());
    }
    refresh();
  }

  StageView stage() {
    return stage;
  }

  void refresh() {
    List<StagePanel> now = panels.get();
    stage.show(now);
    stage.setAccessibleText(String.join(", ", now.stream().map(StagePanel::title).toList()));
  }
}
