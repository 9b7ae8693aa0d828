package io.simmim.workbench.picture;

import io.simmim.core.image.RgbImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * Shows tiles of one size, without smoothing, in as many rows as the width needs. The pixel under
 * the pointer is read out in words; with the focus the arrow keys move from pixel to pixel and
 * Enter chooses one.
 */
public final class TileView extends Region {

  private static final double TAG_GAP = 12;

  private final Canvas canvas = new Canvas();
  private final Label tag = new Label();
  private final List<Label> captions = new ArrayList<>();
  private List<Tile> tiles = List.of();
  private List<Image> images = List.of();
  private BiConsumer<Integer, Integer> chosen = (row, column) -> {};
  private Point2D pointer = Point2D.ZERO;
  private TileLayout.Cell pointed = new TileLayout.Cell(0, 0, 0);

  public TileView(String id) {
    setId(id);
    getStyleClass().add("tile-view");
    setFocusTraversable(true);
    tag.getStyleClass().add("chart-tag");
    tag.setManaged(false);
    tag.setMouseTransparent(true);
    tag.setVisible(false);
    getChildren().addAll(canvas, tag);
    canvas.setOnMouseMoved(this::moved);
    canvas.setOnMouseExited(event -> tag.setVisible(false));
    canvas.setOnMousePressed(this::pressed);
    setOnKeyPressed(this::typed);
    focusedProperty().subscribe(focused -> tag.setVisible(tag.isVisible() && focused));
  }

  /** Shows these tiles; all of one size. */
  public void show(List<Tile> newTiles) {
    boolean drawnAgain = haveSizeOf(newTiles);
    tiles = List.copyOf(newTiles);
    images = tiles.stream().map(tile -> Pictures.of(tile.image())).toList();
    if (!drawnAgain) {
      pointed = new TileLayout.Cell(0, 0, 0);
      tag.setVisible(false);
    } else if (tag.isVisible()) {
      point(pointed);
    }
    getChildren().removeAll(captions);
    captions.clear();
    if (hasCaptions()) {
      tiles.forEach(tile -> captions.add(caption(tile)));
      getChildren().addAll(1, captions);
    }
    requestLayout();
  }

  /** The tiles as given. */
  public List<Tile> tiles() {
    return tiles;
  }

  /** The words about the pointed pixel; empty while there is none. */
  public String readout() {
    return tag.isVisible() ? tag.getText() : "";
  }

  /** What happens when a pixel is clicked, by its row and column. */
  public void setOnChosen(BiConsumer<Integer, Integer> action) {
    chosen = action;
  }

  private boolean haveSizeOf(List<Tile> others) {
    return !tiles.isEmpty()
        && tiles.size() == others.size()
        && tiles.get(0).image().width() == others.get(0).image().width()
        && tiles.get(0).image().height() == others.get(0).image().height();
  }

  private static Label caption(Tile tile) {
    Label caption = new Label(tile.caption());
    caption.getStyleClass().add("column-title");
    return caption;
  }

  private boolean hasCaptions() {
    return tiles.stream().anyMatch(tile -> !tile.caption().isEmpty());
  }

  private TileLayout place(double width) {
    RgbImage first = tiles.get(0).image();
    return TileLayout.of(tiles.size(), first.width(), first.height(), hasCaptions(), width);
  }

  // The toolkit also reports a resting pointer, after each layout: that must not undo what a key
  // did.
  private void moved(MouseEvent event) {
    Point2D now = new Point2D(event.getX(), event.getY());
    if (!now.equals(pointer)) {
      pointer = now;
      pointAt(now);
    }
  }

  private void pointAt(Point2D place) {
    RgbImage first = tiles.get(0).image();
    place(getWidth())
        .at(place.getX(), place.getY(), first.width(), first.height())
        .ifPresentOrElse(this::point, () -> tag.setVisible(false));
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    event.consume(); // a scroll pane around this would take the focus
    pointAt(new Point2D(event.getX(), event.getY()));
    if (tag.isVisible()) {
      chosen.accept(pointed.row(), pointed.column());
    }
  }

  private void typed(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> step(0, -1);
      case RIGHT -> step(0, 1);
      case UP -> step(-1, 0);
      case DOWN -> step(1, 0);
      case ENTER, SPACE -> chosen.accept(pointed.row(), pointed.column());
      case ESCAPE -> tag.setVisible(false);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** One pixel further, or onto the tile before or after. */
  private void step(int down, int right) {
    if (tiles.isEmpty()) {
      return;
    }
    if (!tag.isVisible()) {
      point(pointed);
      return;
    }
    RgbImage first = tiles.get(0).image();
    int column = pointed.column() + right;
    int tile = pointed.tile() + Math.floorDiv(column, first.width());
    boolean there = tile >= 0 && tile < tiles.size();
    int row = Math.max(0, Math.min(first.height() - 1, pointed.row() + down));
    if (there) {
      point(new TileLayout.Cell(tile, row, Math.floorMod(column, first.width())));
    }
  }

  private void point(TileLayout.Cell cell) {
    pointed = cell;
    tag.setText(tiles.get(cell.tile()).readout().at(cell.row(), cell.column()));
    setAccessibleHelp(tag.getText());
    tag.setVisible(true);
    tag.autosize();
    TileLayout layout = place(getWidth());
    RgbImage first = tiles.get(0).image();
    double x = layout.x(cell.tile()) + (cell.column() + 0.5) * layout.width() / first.width();
    double y = layout.y(cell.tile()) + (cell.row() + 0.5) * layout.height() / first.height();
    boolean fitsRight = x + TAG_GAP + tag.getWidth() <= getWidth();
    double left = fitsRight ? x + TAG_GAP : Math.max(0, x - TAG_GAP - tag.getWidth());
    double above = y - TAG_GAP - tag.getHeight();
    tag.relocate(Math.rint(left), Math.rint(above < 0 ? y + TAG_GAP : above));
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = width < 0 ? getWidth() : width;
    return tiles.isEmpty() || room <= 0 ? 0 : place(room).totalHeight();
  }

  @Override
  protected void layoutChildren() {
    canvas.setVisible(!tiles.isEmpty() && getWidth() > 0);
    if (canvas.isVisible()) {
      draw(place(getWidth()));
    }
  }

  private void draw(TileLayout layout) {
    canvas.setWidth(layout.totalWidth());
    canvas.setHeight(layout.totalHeight());
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    for (int i = 0; i < images.size(); i++) {
      Image image = images.get(i);
      graphics.setImageSmoothing(image.getWidth() > layout.width());
      graphics.drawImage(image, layout.x(i), layout.y(i), layout.width(), layout.height());
    }
    for (int i = 0; i < captions.size(); i++) {
      double top = layout.y(i) - layout.caption();
      captions.get(i).resizeRelocate(layout.x(i), top, layout.width(), layout.caption());
    }
  }
}
