package io.simmim.workbench.shell;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All keys of the program, from the very list that installs them. */
final class HelpSheet extends VBox {

  HelpSheet(List<Shortcut> shortcuts) {
    setId("help-sheet");
    getStyleClass().add("sheet");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    Label title = new Label("Keys");
    title.getStyleClass().add("title-4");
    HBox columns = new HBox(section("Everywhere", shortcuts, null));
    for (PageId page : PageId.values()) {
      columns.getChildren().add(section(page.title(), shortcuts, page));
    }
    columns.getStyleClass().add("sheet-columns");
    getChildren().addAll(title, columns);
    Label close = new Label("Esc or a click closes this.");
    close.getStyleClass().add("muted");
    getChildren().add(close);
  }

  private static VBox section(String name, List<Shortcut> shortcuts, PageId where) {
    Label heading = new Label(name);
    heading.getStyleClass().add("section-title");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("keys-grid");
    int row = 0;
    for (Shortcut shortcut : shortcuts) {
      if (Objects.equals(shortcut.where(), where)) {
        Label key = new Label(shortcut.key().getDisplayText());
        key.getStyleClass().add("key-cap");
        grid.addRow(row++, key, new Label(shortcut.does()));
      }
    }
    return new VBox(4, heading, grid);
  }
}
