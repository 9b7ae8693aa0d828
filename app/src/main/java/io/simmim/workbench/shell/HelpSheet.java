package io.simmim.workbench.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All keys of the program, from the very list that installs them. */
final class HelpSheet extends VBox {

  private static final int COLUMNS = 4;

  /** Height of a heading with the space around it, in lines. */
  private static final int HEADING = 2;

  HelpSheet(List<Shortcut> shortcuts) {
    setId("help-sheet");
    getStyleClass().addAll("sheet", "help-sheet");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setMinHeight(0);
    setOnMouseClicked(event -> event.consume());
    Label title = new Label("Keys");
    title.getStyleClass().add("title-4");
    ScrollPane scroll = new ScrollPane(columns(sections(shortcuts)));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("quiet-scroll");
    Label close =
        new Label("Esc or a click beside this closes it. Ctrl+K finds all of it by name.");
    close.getStyleClass().add("muted");
    HBox head = new HBox(title, close);
    head.getStyleClass().add("help-head");
    getChildren().addAll(head, scroll);
  }

  /** What has keys: everywhere first, then page by page. */
  private static List<Section> sections(List<Shortcut> shortcuts) {
    List<Section> sections = new ArrayList<>();
    sections.add(Section.of("Everywhere", shortcuts, null));
    for (PageId page : PageId.values()) {
      sections.add(Section.of(page.title(), shortcuts, page));
    }
    return sections.stream().filter(section -> !section.keys().isEmpty()).toList();
  }

  private static HBox columns(List<Section> sections) {
    HBox columns = new HBox();
    columns.getStyleClass().add("sheet-columns");
    for (List<Integer> places :
        Columns.packed(sections.stream().map(Section::lines).toList(), COLUMNS)) {
      VBox column = new VBox();
      column.getStyleClass().add("sheet-column");
      places.forEach(place -> column.getChildren().add(sections.get(place).view()));
      columns.getChildren().add(column);
    }
    return columns;
  }

  private record Section(String name, List<Shortcut> keys) {

    static Section of(String name, List<Shortcut> shortcuts, PageId where) {
      return new Section(
          name, shortcuts.stream().filter(key -> Objects.equals(key.where(), where)).toList());
    }

    int lines() {
      return keys.size() + HEADING;
    }

    VBox view() {
      Label heading = new Label(name);
      heading.getStyleClass().add("section-title");
      GridPane grid = new GridPane();
      grid.getStyleClass().add("keys-grid");
      int row = 0;
      for (Shortcut shortcut : keys) {
        Label key = new Label(shortcut.key().getDisplayText());
        key.getStyleClass().add("key-cap");
        key.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(row++, key, new Label(shortcut.does()));
      }
      return new VBox(4, heading, grid);
    }
  }
}
