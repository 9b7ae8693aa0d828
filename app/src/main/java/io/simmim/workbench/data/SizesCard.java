package io.simmim.workbench.data;

import io.simmim.core.survey.PictureSizes;
import io.simmim.core.survey.SizeGrid;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.fx.Paced;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** A histogram of widths by heights: the more pictures, the stronger the colour. */
final class SizesCard extends VBox {

  private static final double WIDE = 44;
  private static final double LOW = 18;
  private static final double HIGH = 40;

  private final DataPageViewModel model;
  private final GridPane cells = new GridPane();
  private final Label unit = new Label("px, width → height ↓");
  private final Paced redraw;
  private Optional<PictureSizes> shown = Optional.empty();

  SizesCard(DataPageViewModel model) {
    this.model = model;
    getStyleClass().add("panel");
    Label title = new Label("Sizes");
    title.getStyleClass().add("section-title");
    unit.getStyleClass().addAll("muted", "small");
    cells.setId("data-sizes");
    cells.getStyleClass().add("size-cells");
    cells.setAccessibleText("histogram of widths by heights");
    VBox.setVgrow(cells, Priority.ALWAYS);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, unit);
    head.getStyleClass().add("panel-head");
    managedProperty().bind(visibleProperty());
    setVisible(false);
    getChildren().addAll(head, cells);
    redraw = new Paced(Duration.millis(300), this::draw);
    model.stateProperty().addListener((p, old, now) -> redraw.request());
    draw();
  }

  private void draw() {
    Optional<PictureSizes> sizes = model.stateProperty().get().report().map(r -> r.sizes());
    if (sizes.equals(shown)) {
      return;
    }
    shown = sizes;
    cells.getChildren().clear();
    cells.getRowConstraints().clear();
    // A single size is among the numbers already.
    setVisible(sizes.filter(found -> found.counts().size() > 1).isPresent());
    sizes.map(SizeGrid::of).ifPresent(this::fill);
  }

  private void fill(SizeGrid grid) {
    for (int column = 0; column < grid.widths().size() - 1; column++) {
      cells.add(edge(grid.widths().get(column)), column + 1, 0);
    }
    cells.getRowConstraints().add(new RowConstraints());
    for (int row = 0; row < grid.counts().size(); row++) {
      RowConstraints height = new RowConstraints(0, LOW, HIGH);
      height.setVgrow(Priority.ALWAYS);
      cells.getRowConstraints().add(height);
      cells.add(edge(grid.heights().get(row)), 0, row + 1);
      for (int column = 0; column < grid.counts().get(row).size(); column++) {
        cells.add(cell(grid, row, column), column + 1, row + 1);
      }
    }
  }

  private static Label edge(int pixels) {
    Label label = new Label(InWords.count(pixels).replace(" ", ""));
    label.getStyleClass().addAll("num", "muted", "size-edge");
    label.setMinSize(Region.USE_PREF_SIZE, 0);
    GridPane.setValignment(label, VPos.CENTER);
    return label;
  }

  private static Region cell(SizeGrid grid, int row, int column) {
    int count = grid.counts().get(row).get(column);
    Label cell = new Label(count == 0 ? "" : brief(count));
    cell.getStyleClass().addAll("num", "size-cell", "size-cell-" + strength(count, grid.highest()));
    cell.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    cell.setMinSize(0, 0);
    cell.setPrefSize(WIDE, LOW);
    GridPane.setHgrow(cell, Priority.ALWAYS);
    cell.setAccessibleText(
        count
            + " images from "
            + grid.widths().get(column)
            + " × "
            + grid.heights().get(row)
            + " pixels on");
    cell.setTooltip(
        new javafx.scene.control.Tooltip(
            "%s %s of %d to %d px by %d to %d px"
                .formatted(
                    InWords.count(count),
                    count == 1 ? "image" : "images",
                    grid.widths().get(column),
                    grid.widths().get(column + 1) - 1,
                    grid.heights().get(row),
                    grid.heights().get(row + 1) - 1)));
    return cell;
  }

  private static String brief(int count) {
    return count < 10_000 ? Integer.toString(count) : count / 1000 + "k";
  }

  /** 0 for none, then 1 to 4 by the share of the fullest bucket. */
  private static int strength(int count, int highest) {
    return count == 0
        ? 0
        : 1 + Math.min(3, (int) (4.0 * Math.sqrt((double) count / highest) - 1e-9));
  }
}
