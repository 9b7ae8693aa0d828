package io.simmim.workbench.checkpoint;

import io.simmim.workbench.picture.PixelView;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The five panels of one picture, as large as the width allows, with their names above. */
final class FigureView extends VBox {

  private static final List<String> PANELS =
      List.of("original", "masked", "reconstruction", "visible + reconstruction", "error");
  private static final double GAP = 4;

  private final List<PixelView> panels = new ArrayList<>();
  private final double natural;

  FigureView(int index, String text, Image figure) {
    getStyleClass().add("figure");
    Label caption = new Label(text);
    caption.getStyleClass().addAll("num", "muted");
    caption.setId("figure-caption-" + index);
    HBox row = new HBox(GAP);
    row.setId("figure-" + index);
    for (int i = 0; i < PANELS.size(); i++) {
      PixelView pixels = new PixelView();
      pixels.setAccessibleText(PANELS.get(i) + " of " + text);
      pixels.setImage(figure == null ? null : panel(figure, i));
      panels.add(pixels);
      Label name = new Label(PANELS.get(i));
      name.getStyleClass().add("column-title");
      row.getChildren().add(new VBox(name, pixels));
    }
    natural = figure == null ? 0 : figure.getHeight();
    getChildren().addAll(caption, row);
    widthProperty().addListener((p, old, now) -> fit(now.doubleValue()));
  }

  /** The file has the panels, which are squares, beside one another with gaps of its own colour. */
  private static Image panel(Image figure, int index) {
    int side = (int) figure.getHeight();
    double step = (figure.getWidth() - side) / (PANELS.size() - 1);
    int left = (int) Math.round(index * step);
    return new WritableImage(figure.getPixelReader(), left, 0, side, side);
  }

  /** Regular pixels leave a rest at the right. */
  private void fit(double width) {
    double most = (width - GAP * (PANELS.size() - 1)) / PANELS.size();
    double side = natural == 0 ? most : Math.floor(natural * PixelView.zoom(natural, most));
    for (PixelView panel : panels) {
      panel.setPrefSize(side, side);
      panel.setMinSize(side, side);
      panel.setMaxSize(side, side);
    }
  }
}
