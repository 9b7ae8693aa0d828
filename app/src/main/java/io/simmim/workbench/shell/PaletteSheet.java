package io.simmim.workbench.shell;

import io.simmim.workbench.fx.Icons;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;

/** The command palette over the window: a line to type in, and below it what it finds. */
final class PaletteSheet extends StackPane {

  private static final int ROWS = 10;
  private static final double ROW_HEIGHT = 36;

  private final PaletteViewModel model;
  private final TextField field = new TextField();
  private final ListView<PaletteViewModel.Hit> list = new ListView<>();
  private Node focusedBefore;

  PaletteSheet(PaletteViewModel model) {
    this.model = model;
    setId("palette");
    getStyleClass().addAll("scrim", "palette-place");
    setVisible(false);
    buildList();
    VBox sheet = new VBox(line(), list, nothing());
    sheet.getStyleClass().addAll("sheet", "palette-sheet");
    sheet.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    sheet.setOnMouseClicked(event -> event.consume());
    getChildren().add(sheet);
    setAlignment(sheet, Pos.TOP_CENTER);
    setOnMouseClicked(event -> model.close());
    model.openProperty().addListener((p, old, now) -> show(now));
  }

  /** Takes the keys that move, do and close; the rest is typed into the line. */
  boolean takes(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.ESCAPE) {
      model.close();
    } else if (code == KeyCode.ENTER) {
      model.run();
    } else if (code == KeyCode.DOWN || code == KeyCode.UP) {
      model.move(code == KeyCode.DOWN ? 1 : -1);
    } else if (code == KeyCode.PAGE_DOWN || code == KeyCode.PAGE_UP) {
      turnPage(code == KeyCode.PAGE_DOWN ? ROWS : -ROWS);
    } else {
      return code == KeyCode.TAB;
    }
    return true;
  }

  private void turnPage(int by) {
    int last = model.hits().size() - 1;
    model.select(Math.max(0, Math.min(last, model.selectedProperty().get() + by)));
  }

  private HBox line() {
    field.setId("palette-query");
    field.setPromptText("Type what to do, or the name of a run, a preset, a checkpoint");
    field.setAccessibleText("command to look for");
    field.textProperty().bindBidirectional(model.queryProperty());
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox line = new HBox(Icons.of(Material2MZ.SEARCH), field);
    line.getStyleClass().add("palette-line");
    return line;
  }

  private void buildList() {
    list.setId("palette-list");
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW_HEIGHT);
    list.setItems(model.hits());
    list.setCellFactory(view -> new PaletteCell(model));
    model
        .hits()
        .addListener((ListChangeListener<PaletteViewModel.Hit>) change -> fit(model.hits().size()));
    model.selectedProperty().subscribe(place -> select(place.intValue()));
  }

  private void fit(int hits) {
    double height = Math.min(ROWS, hits) * ROW_HEIGHT + 2;
    list.setMinHeight(Region.USE_PREF_SIZE);
    list.setPrefHeight(height);
    list.setVisible(hits > 0);
    list.setManaged(hits > 0);
    select(model.selectedProperty().get());
  }

  private void select(int place) {
    int first = Math.max(0, place - ROWS + 1);
    if (place >= 0) {
      list.scrollTo(first);
    }
    if (place >= 0 && place < model.hits().size()) {
      Command command = model.hits().get(place).command();
      field.setAccessibleHelp(command.title() + " " + command.place().toLowerCase(Locale.ROOT));
    }
  }

  private Label nothing() {
    Label nothing = new Label("Nothing here is called that.");
    nothing.setId("palette-nothing");
    nothing.getStyleClass().addAll("muted", "palette-nothing");
    nothing.visibleProperty().bind(list.visibleProperty().not());
    nothing.managedProperty().bind(nothing.visibleProperty());
    return nothing;
  }

  private void show(boolean now) {
    if (now) {
      focusedBefore = getScene().getFocusOwner();
      setVisible(true);
      field.requestFocus();
    } else {
      if (focusedBefore != null) {
        focusedBefore.requestFocus();
      }
      setVisible(false);
    }
  }
}
