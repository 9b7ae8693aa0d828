package io.simmim.workbench.learn;

import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.masks.CheckpointMenu;
import io.simmim.workbench.masks.MasksActions;
import io.simmim.workbench.masks.PictureMenu;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.material2.Material2MZ;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Picture and checkpoint at the left, the way through the lessons at the right. */
final class LearnHead extends HBox {

  LearnHead(LearnViewModel model, LearnActions actions, MasksActions checkpoints) {
    getStyleClass().add("page-head");
    Label title = new Label("Learn");
    title.getStyleClass().add("page-title");
    title.setMinWidth(USE_PREF_SIZE);
    PictureMenu picture =
        new PictureMenu("learn-picture", model.picture(), actions::openPicture, actions::paste);
    CheckpointMenu checkpoint =
        new CheckpointMenu(
            "learn-checkpoint",
            Material2OutlinedAL.LAYERS,
            "Choose a checkpoint…",
            model.picture().first(),
            checkpoints);
    model
        .lessonProperty()
        .subscribe(
            lesson -> {
              show(picture, lesson.hasPicture());
              show(checkpoint, lesson.isFilling());
            });
    getChildren()
        .addAll(
            title,
            picture,
            checkpoint,
            LessonBar.gap(),
            previous(model),
            place(model),
            next(model),
            Icons.button(
                "learn-present",
                Material2OutlinedAL.FULLSCREEN,
                "Present: full screen and large type, or back (F11)",
                actions::present));
  }

  private static void show(Node node, boolean now) {
    node.setVisible(now);
    node.setManaged(now);
  }

  private static Label place(LearnViewModel model) {
    Label place = new Label();
    place.setId("learn-place");
    place.getStyleClass().addAll("num", "muted");
    place.setMinWidth(USE_PREF_SIZE);
    model
        .lessonProperty()
        .subscribe(now -> place.setText(now.number() + " of " + Lesson.values().length));
    return place;
  }

  private static Button previous(LearnViewModel model) {
    Button button = new Button("Previous", Icons.of(Material2MZ.NAVIGATE_BEFORE));
    dress(button, "learn-previous", "The lesson before (Page Up)");
    button.setOnAction(event -> model.previous());
    button.disableProperty().bind(model.lessonProperty().isEqualTo(first()));
    return button;
  }

  private static Button next(LearnViewModel model) {
    Button button = new Button("Next", Icons.of(Material2MZ.NAVIGATE_NEXT));
    button.setContentDisplay(ContentDisplay.RIGHT);
    button.getStyleClass().add("accent");
    dress(button, "learn-next", "The next lesson (Page Down)");
    button.setOnAction(event -> model.next());
    button.disableProperty().bind(model.lessonProperty().isEqualTo(last()));
    return button;
  }

  private static Lesson first() {
    return Lesson.values()[0];
  }

  private static Lesson last() {
    return Lesson.values()[Lesson.values().length - 1];
  }

  private static void dress(Button button, String id, String says) {
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(says));
    button.setAccessibleText(says);
  }
}
