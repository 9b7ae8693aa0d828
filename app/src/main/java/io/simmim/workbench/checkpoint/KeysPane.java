package io.simmim.workbench.checkpoint;

import atlantafx.base.controls.CustomTextField;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.fx.Search;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;

/** Which name in the file became which official one. */
final class KeysPane extends VBox {

  private final ObservableList<KeyLine> lines = FXCollections.observableArrayList();
  private final FilteredList<KeyLine> shown = new FilteredList<>(lines);
  private final TableView<KeyLine> table = new TableView<>();
  private final Consumer<String> copy;
  private final Label scheme = new Label();

  KeysPane(Consumer<String> copy) {
    this.copy = copy;
    getStyleClass().add("tensor-list");
    VBox.setVgrow(table, Priority.ALWAYS);
    buildTable();
    getChildren().addAll(bar(), table);
  }

  void show(String names, List<KeyLine> now) {
    scheme.setText(names);
    lines.setAll(now);
  }

  private HBox bar() {
    CustomTextField search = new CustomTextField();
    search.setId("keys-search");
    search.setPromptText("Search names");
    search.setAccessibleText("Search names in the file and official names");
    search.setLeft(Icons.of(Material2MZ.SEARCH));
    search.setPrefWidth(280);
    search
        .textProperty()
        .addListener((p, old, words) -> shown.setPredicate(l -> Search.finds(words, l.all())));
    Label count = new Label();
    count.setId("keys-count");
    count.getStyleClass().addAll("muted", "small");
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> InWords.count(shown.size()) + " of " + InWords.count(lines.size()), shown));
    scheme.setId("keys-scheme");
    scheme.getStyleClass().addAll("muted", "small");
    HBox bar = new HBox(search, count, scheme);
    bar.getStyleClass().add("filter-bar");
    return bar;
  }

  private void buildTable() {
    SortedList<KeyLine> sorted = new SortedList<>(shown);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.setId("keys-table");
    table.getStyleClass().add("dense-table");
    table.setAccessibleText("names in the file and official names");
    table.setFixedCellSize(28);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    Label nothing = new Label("No name has these words.");
    nothing.getStyleClass().add("muted");
    table.setPlaceholder(nothing);
    table.getColumns().add(column("file", "Name in the file", 440, KeyLine::inFile));
    table.getColumns().add(column("official", "Official name", 360, KeyLine::official));
    table.getColumns().add(column("how", "How", 130, KeyLine::how));
    table.getColumns().add(column("shape", "Shape", 110, KeyLine::shape));
    table.setContextMenu(
        new ContextMenu(
            copying("Copy name in the file", KeyLine::inFile),
            copying("Copy official name", KeyLine::official)));
  }

  private MenuItem copying(String title, Function<KeyLine, String> words) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(
        event -> {
          KeyLine line = table.getSelectionModel().getSelectedItem();
          if (line != null) {
            copy.accept(words.apply(line));
          }
        });
    return item;
  }

  private static TableColumn<KeyLine, String> column(
      String id, String title, double width, Function<KeyLine, String> words) {
    TableColumn<KeyLine, String> column = new TableColumn<>(title);
    column.setId("keys-" + id);
    column.setPrefWidth(width);
    column.setCellValueFactory(c -> new SimpleStringProperty(words.apply(c.getValue())));
    column.setCellFactory(c -> new KeyCell());
    return column;
  }
}
