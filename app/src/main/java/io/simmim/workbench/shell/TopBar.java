package io.simmim.workbench.shell;

import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.Theme;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Name of the program, search for commands, device, theme and help. */
final class TopBar extends HBox {

  TopBar(ShellViewModel shell, Runnable showCommands, Runnable showDevice, Runnable showHelp) {
    setId("top-bar");
    getStyleClass().add("top-bar");
    Label title = new Label("SimMIM Workbench");
    title.getStyleClass().add("app-title");
    Button theme =
        Icons.button(
            "theme-toggle",
            Material2OutlinedMZ.NIGHTS_STAY,
            "Switch between light and dark (Ctrl+Shift+T)",
            shell::switchTheme);
    shell.themeProperty().subscribe(now -> showOther(theme, now));
    Button help =
        Icons.button("help", Material2OutlinedAL.HELP_OUTLINE, "Keys and help (F1)", showHelp);
    getChildren()
        .addAll(
            new Mark(),
            title,
            gap(),
            search(showCommands),
            gap(),
            device(shell, showDevice),
            theme,
            help);
  }

  /** Empty until it is known what there is. */
  private static Button device(ShellViewModel shell, Runnable showDevice) {
    Button device = new Button("", Icons.of(Material2OutlinedMZ.MEMORY));
    device.setId("device");
    device.getStyleClass().addAll("flat", "device");
    device.textProperty().bind(shell.deviceProperty());
    String says = "What trainings can compute with: the engine doctor (Ctrl+Shift+D)";
    device.setTooltip(new Tooltip(says));
    device.accessibleTextProperty().bind(shell.deviceProperty().map(words -> words + ". " + says));
    device.setOnAction(event -> showDevice.run());
    return device;
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  /** Looks like the field that it opens. */
  private static Button search(Runnable showCommands) {
    Label words = new Label("Search commands, runs, presets");
    Label key = new Label("Ctrl+K");
    key.getStyleClass().add("key-cap");
    HBox content = new HBox(Icons.of(Material2MZ.SEARCH), words, gap(), key);
    content.getStyleClass().add("search-content");
    Button search = new Button();
    search.setId("command-search");
    search.setGraphic(content);
    search.setAccessibleText("Search commands");
    search.getStyleClass().add("command-search");
    search.setOnAction(event -> showCommands.run());
    return search;
  }

  private static void showOther(Button button, Theme theme) {
    ((FontIcon) button.getGraphic())
        .setIconCode(
            theme == Theme.LIGHT ? Material2OutlinedMZ.NIGHTS_STAY : Material2OutlinedMZ.WB_SUNNY);
  }
}
