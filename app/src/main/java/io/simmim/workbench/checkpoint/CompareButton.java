package io.simmim.workbench.checkpoint;

import io.simmim.workbench.fx.Icons;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Asks for a second checkpoint, a file unless the menu is opened. */
final class CompareButton extends SplitMenuButton {

  CompareButton(String id, String text, CheckpointActions actions) {
    setId(id);
    setText(text);
    setGraphic(Icons.of(Material2OutlinedAL.COMPARE_ARROWS));
    setTooltip(new Tooltip("Choose a second checkpoint and see what differs (Ctrl+D)"));
    setMinWidth(USE_PREF_SIZE);
    setOnAction(event -> actions.take(Step.COMPARE));
    getItems()
        .setAll(
            item("A file…", () -> actions.take(Step.COMPARE)),
            item("A Hugging Face folder…", actions::compareFolder));
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> action.run());
    return item;
  }
}
