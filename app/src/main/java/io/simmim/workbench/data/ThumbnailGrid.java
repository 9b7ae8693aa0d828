package io.simmim.workbench.data;

import io.simmim.workbench.fx.FxThread;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.GridView;

/** All pictures of a folder, small; only those in view exist. Arrow keys choose among them. */
final class ThumbnailGrid extends StackPane {

  private static final double SIDE = 88;
  private static final double GAP = 3;
  private static final double SCROLL_BAR = 20;

  private final DataPageViewModel model;
  private final Thumbnails thumbnails;
  private final ObservableList<Path> files = FXCollections.observableArrayList();
  private final GridView<Path> grid = new GridView<>(files);

  ThumbnailGrid(DataPageViewModel model, Thumbnails thumbnails) {
    this.model = model;
    this.thumbnails = thumbnails;
    grid.setId("data-grid");
    grid.setAccessibleText("pictures of the folder");
    grid.setFocusTraversable(true);
    grid.setCellWidth(SIDE);
    grid.setCellHeight(SIDE);
    grid.setHorizontalCellSpacing(GAP);
    grid.setVerticalCellSpacing(GAP);
    grid.setPadding(new Insets(GAP));
    grid.setCellFactory(view -> new ThumbnailCell(thumbnails, model.selectedProperty()));
    grid.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
    grid.setOnMousePressed(event -> grid.requestFocus());
    grid.setMinSize(0, 0);
    grid.setPrefSize(0, 0);
    grid.widthProperty().addListener((p, old, now) -> FxThread.later(this::fill));
    getChildren().add(grid);
    setMinSize(0, 0);
    model.picturesProperty().subscribe(this::show);
  }

  private void show(List<Path> pictures) {
    if (pictures.isEmpty()) {
      thumbnails.clear();
    }
    files.setAll(pictures);
  }

  private void typed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> move(-1);
      case RIGHT -> move(1);
      case UP -> move(-columns());
      case DOWN -> move(columns());
      case HOME -> choose(0);
      case END -> choose(files.size() - 1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by) {
    int now = model.selectedProperty().get().map(files::indexOf).orElse(-1);
    int next = now + by;
    if (now < 0) {
      choose(0);
    } else if (next >= 0 && next < files.size()) {
      choose(next);
    }
  }

  private void choose(int index) {
    if (index >= 0 && index < files.size()) {
      model.selectedProperty().set(Optional.of(files.get(index)));
      reveal(index);
    }
  }

  private void reveal(int index) {
    Node flow = grid.lookup(".virtual-flow");
    if (flow instanceof VirtualFlow<?> rows) {
      rows.scrollTo(index / columns());
    }
  }

  private double room() {
    return grid.getWidth() - 2 * GAP - SCROLL_BAR;
  }

  private int columns() {
    return Math.max(1, (int) Math.floor(room() / (SIDE + 2 * GAP)));
  }

  /** Makes the pictures so large that whole ones fill the width. */
  private void fill() {
    double side = Math.max(SIDE, Math.floor(room() / columns() - 2 * GAP));
    grid.setCellWidth(side);
    grid.setCellHeight(side);
  }
}
