package io.simmim.workbench.checkpoint;

import io.simmim.workbench.picture.PixelView;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The five panels of one picture, as large as the width allows, with their names above. */
final class FigureView extends VBox {

  private static final List<String> PANELS =
      List.of("original", "masked", "reconstruction", "visible + reconstruction", "error");
  private static final double NAMES = 20;

  private final Label caption = new Label();
  private final HBox names = new HBox();
  private final PixelView pixels = new PixelView();
  private final double aspect;
  private final double natural;

  FigureView(int index, String text, Image figure) {
    getStyleClass().add("figure");
    caption.setText(text);
    caption.getStyleClass().addAll("num", "muted");
    caption.setId("figure-caption-" + index);
    for (String panel : PANELS) {
      Label name = new Label(panel);
      name.getStyleClass().add("column-title");
      name.setMaxWidth(Double.MAX_VALUE);
      name.setPrefWidth(10);
      HBox.setHgrow(name, Priority.ALWAYS);
      names.getChildren().add(name);
    }
    names.setMinHeight(NAMES);
    pixels.setId("figure-" + index);
    pixels.setAccessibleText("Panels " + String.join(", ", PANELS) + " of " + text);
    pixels.setImage(figure);
    natural = figure == null ? 0 : figure.getWidth();
    aspect = figure == null ? 0 : figure.getHeight() / figure.getWidth();
    getChildren().addAll(caption, names, pixels);
    widthProperty().addListener((p, old, now) -> fit(now.doubleValue()));
  }

  /** Regular pixels leave a rest at the right; the names stay above their panels. */
  private void fit(double width) {
    double wide = natural == 0 ? width : Math.floor(natural * PixelView.zoom(natural, width));
    pixels.setPrefSize(wide, Math.ceil(wide * aspect));
    pixels.setMaxWidth(wide);
    pixels.setMinHeight(Math.ceil(wide * aspect));
    names.setPrefWidth(wide);
    names.setMaxWidth(wide);
  }
}
