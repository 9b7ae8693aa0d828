package io.simmim.workbench.experiment;

import io.simmim.workbench.fx.Icons;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/** Shows the equivalent commands, ours and the official one; the chosen one is copied. */
final class CommandMenu extends MenuButton {

  private static final double WIDTH = 460;

  private final ExperimentViewModel model;
  private final ExperimentActions actions;

  CommandMenu(ExperimentViewModel model, ExperimentActions actions) {
    this.model = model;
    this.actions = actions;
    Icons.dress(
        this,
        "copy-command",
        Material2AL.CONTENT_COPY,
        "The equivalent command, ours (Ctrl+Shift+C) or the official one (Ctrl+Alt+C)");
    getStyleClass().add("command-menu");
    getItems().add(new CustomMenuItem(new Label()));
    setOnShowing(event -> fill());
  }

  private void fill() {
    getItems().clear();
    getItems()
        .add(
            item("copy-ours", "Copy the command (Ctrl+Shift+C)", model.commandLine(), "")
                .doing(actions::copyCommand));
    model
        .officialCommand()
        .ifPresent(
            official ->
                getItems()
                    .add(
                        item(
                                "copy-official",
                                "Copy the official command (Ctrl+Alt+C)",
                                official.shellLine(),
                                String.join("\n", official.remarks()))
                            .doing(actions::copyOfficialCommand)));
  }

  private static Entry item(String id, String title, String line, String remarks) {
    Label head = new Label(title, Icons.of(Material2AL.CONTENT_COPY));
    head.getStyleClass().add("command-title");
    VBox box = new VBox(head, wrapped(line, "command-line"));
    if (!remarks.isEmpty()) {
      box.getChildren().add(wrapped(remarks, "muted"));
    }
    box.getStyleClass().add("command-entry");
    box.setPrefWidth(WIDTH);
    box.setId(id);
    box.setAccessibleText(title + ": " + line);
    return new Entry(box);
  }

  private static Label wrapped(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMaxWidth(WIDTH);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  /** One command. */
  private static final class Entry extends CustomMenuItem {

    Entry(VBox box) {
      super(box);
    }

    Entry doing(Runnable action) {
      setOnAction(event -> action.run());
      return this;
    }
  }
}
