package io.simmim.workbench.learn;

import io.simmim.core.reconstruct.HeadShape;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.fx.Theme;
import io.simmim.workbench.masks.Feature;
import io.simmim.workbench.picture.HeatColors;
import io.simmim.workbench.picture.Tile;
import io.simmim.workbench.picture.TileView;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The head at work on one square: feature vector, convolution, pixel shuffle, pixels, L1. */
final class HeadDiagram extends HBox {

  private static final double FEATURE_WIDTH = 116;

  /** Larger tiles would take the room of the pictures above. */
  private static final double PIXELS_WIDTH = 440;

  private final TileView feature = new TileView("lesson-feature");
  private final TileView pixels = new TileView("lesson-pixels");
  private final Label features = words("lesson-features");
  private final Label layer = words("lesson-layer");
  private final Label shuffle = words("lesson-shuffle");
  private final Label loss = new Label();
  private HeatColors colors = HeatColors.LIGHT;
  private Optional<Feature> shown = Optional.empty();

  HeadDiagram(HeadViewModel model, Button next) {
    getStyleClass().addAll("panel", "head-diagram");
    setMinHeight(USE_PREF_SIZE);
    loss.setId("lesson-patch-loss");
    loss.getStyleClass().add("patch-loss");
    loss.setMinWidth(USE_PREF_SIZE);
    pixels.setMaxWidth(PIXELS_WIDTH);
    feature.setPrefWidth(FEATURE_WIDTH);
    feature.setMinWidth(FEATURE_WIDTH);
    feature.setAccessibleText("feature vector of the chosen square");
    pixels.setAccessibleText("predicted pixels, target and difference of the chosen square");
    VBox result = new VBox(pixels, new HBox(12, loss, LessonBar.gap(), next));
    result.getStyleClass().add("head-result");
    HBox.setHgrow(result, Priority.ALWAYS);
    getChildren()
        .addAll(
            step("Feature vector", feature, features),
            arrow(),
            new VBox(12, step("1 × 1 convolution", layer), step("Pixel shuffle", shuffle)),
            arrow(),
            result);
    setAlignment(Pos.CENTER_LEFT);
    visibleProperty().bind(model.squareProperty().map(Optional::isPresent));
    managedProperty().bind(visibleProperty());
    model.squareProperty().subscribe(square -> square.ifPresent(this::show));
    model.featureProperty().subscribe(this::showFeature);
  }

  void setTheme(Theme theme) {
    colors = theme == Theme.DARK ? HeatColors.DARK : HeatColors.LIGHT;
    showFeature(shown);
  }

  private void show(PredictedSquare square) {
    HeadShape head = square.head();
    features.setText(InWords.count(head.features()) + " numbers");
    layer.setText(
        "%s × %s weights, %s biases:\n%s parameters"
            .formatted(
                InWords.count(head.features()),
                InWords.count(head.outputs()),
                InWords.count(head.outputs()),
                InWords.count(head.parameters())));
    shuffle.setText(
        "%s numbers become\n%d × %d pixels of %d %s"
            .formatted(
                InWords.count(head.outputs()),
                head.stride(),
                head.stride(),
                head.channels(),
                head.channels() == 1 ? "channel" : "colours"));
    pixels.show(
        List.of(
            new Tile("Predicted", square.predicted(), square::readout),
            new Tile("Target", square.target(), square::readout),
            new Tile("|Difference|", square.error(), square::readout)));
    loss.setText(
        square.l1().isPresent()
            ? "L1 of this square  " + InWords.number(square.l1().getAsDouble())
            : "Visible: does not count");
  }

  private void showFeature(Optional<Feature> now) {
    // Between two answers the last one stays, so that nothing flickers.
    if (now.isEmpty()) {
      return;
    }
    shown = now;
    float[] values = now.get().values();
    int rows = rows(values.length);
    int columns = values.length / rows;
    double most = 1e-6;
    for (float value : values) {
      most = Math.max(most, Math.abs(value));
    }
    feature.show(
        List.of(
            new Tile(
                "",
                Tile.draw(rows, columns, (r, c) -> values[r * columns + c], colors, -most, most),
                (r, c) ->
                    "feature %d: %s"
                        .formatted(r * columns + c, InWords.number(values[r * columns + c])))));
  }

  /** The most nearly square way to lay out so many numbers in full rows. */
  static int rows(int count) {
    int rows = (int) Math.sqrt(count);
    while (count % rows != 0) {
      rows--;
    }
    return rows;
  }

  private static VBox step(String title, Node... content) {
    Label name = new Label(title);
    name.getStyleClass().add("section-title");
    name.setMinWidth(USE_PREF_SIZE);
    VBox step = new VBox(name);
    step.getStyleClass().add("head-step");
    step.getChildren().addAll(content);
    return step;
  }

  private static Node arrow() {
    return Icons.of(Material2OutlinedAL.ARROW_FORWARD);
  }

  private static Label words(String id) {
    Label label = new Label();
    label.setId(id);
    label.getStyleClass().add("num");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}
