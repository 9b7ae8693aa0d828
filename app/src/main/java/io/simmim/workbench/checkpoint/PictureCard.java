package io.simmim.workbench.checkpoint;

import io.simmim.core.portrait.HeatMap;
import io.simmim.core.portrait.PatchFilters;
import io.simmim.core.portrait.PositionBias;
import io.simmim.core.portrait.TensorPicture;
import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.chart.Curve;
import io.simmim.workbench.chart.CurveChart;
import io.simmim.workbench.chart.Series;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.picture.TileView;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The picture of a tensor, or the curve of its values, with what can be changed about it. */
final class PictureCard extends VBox {

  private final TensorViewModel model;
  private final FigureActions actions;
  private final Executor background;
  private final Label title = new Label();
  private final ToggleButton strongest =
      Toggles.of("tensor-strongest", "strongest first", "Filters of the largest norm first");
  private final ToggleButton ownScales =
      Toggles.of("tensor-own-scales", "own colour ranges", "A range of colours for each alone");
  private final ToggleButton magnitude =
      Toggles.of("tensor-magnitude", "sizes only", "Distances from 0 instead of values");
  private final TileView tiles = new TileView("tensor-picture");
  private final CurveChart curve =
      new CurveChart("tensor-curve", "values of the tensor by index", "index");
  private final LegendBar legend = new LegendBar();
  private final ClassTokenTable classToken = new ClassTokenTable();
  private final Label note = new Label();
  private final VBox figure = new VBox(tiles, legend, curve);
  private ChartColors colors = ChartColors.LIGHT;
  private String name = "";
  private boolean comparable;

  PictureCard(TensorViewModel model, FigureActions actions, Executor background) {
    this.model = model;
    this.actions = actions;
    this.background = background;
    getStyleClass().add("chart-card");
    figure.getStyleClass().add("tensor-figure");
    title.setId("tensor-picture-title");
    note.setId("tensor-note");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    note.getStyleClass().addAll("muted", "tensor-note");
    note.managedProperty().bind(note.visibleProperty());
    note.visibleProperty().bind(note.textProperty().isNotEmpty());
    curve.setMinHeight(160);
    curve.setWords(CellValue::text);
    for (ToggleButton toggle : List.of(strongest, ownScales, magnitude)) {
      toggle.managedProperty().bind(toggle.visibleProperty());
    }
    tiles.managedProperty().bind(tiles.visibleProperty());
    curve.managedProperty().bind(curve.visibleProperty());
    managedProperty().bind(visibleProperty());
    listen();
    Button copy = button("tensor-copy", Material2OutlinedAL.CONTENT_COPY, "Copy the picture");
    Button save = button("tensor-save", Material2OutlinedMZ.SAVE_ALT, "Save the picture as PNG…");
    copy.setOnAction(event -> Figure.of(figure, colors.background()).copy());
    save.setOnAction(event -> save());
    getChildren().addAll(Toggles.head(title, copy, save), options(), figure, classToken, note);
  }

  private HBox options() {
    HBox row = new HBox(strongest, ownScales, magnitude);
    row.getStyleClass().add("tensor-options");
    row.managedProperty().bind(row.visibleProperty());
    row.visibleProperty()
        .bind(
            strongest
                .visibleProperty()
                .or(ownScales.visibleProperty())
                .or(magnitude.visibleProperty()));
    return row;
  }

  private static Button button(String id, Ikon ikon, String says) {
    Button button = Icons.button(id, ikon, says, () -> {});
    button.getStyleClass().add("small");
    return button;
  }

  private void listen() {
    strongest.setOnAction(e -> model.change(o -> o.withStrongestFirst(strongest.isSelected())));
    ownScales.setOnAction(e -> model.change(o -> o.withOwnScales(ownScales.isSelected())));
    magnitude.setOnAction(e -> model.change(o -> o.withMagnitude(magnitude.isSelected())));
    tiles.setOnChosen(this::compareWith);
  }

  private void compareWith(int row, int column) {
    if (comparable) {
      model.change(o -> o.withPlace(new PictureOptions.Place(row, column)));
    }
  }

  void setColors(ChartColors now) {
    colors = now;
    curve.setColors(now);
  }

  void show(ShownTensor shown) {
    TensorPicture picture = shown.portrait().picture();
    name = shown.portrait().name();
    comparable = picture instanceof TensorPicture.Positions;
    setVisible(!(picture instanceof TensorPicture.None));
    showControls(picture, shown.options());
    tiles.setVisible(shown.mosaic().isPresent());
    tiles.show(shown.mosaic().map(Mosaic::tiles).orElse(List.of()));
    tiles.setAccessibleText(shown.mosaic().map(Mosaic::title).orElse("") + " of " + name);
    legend.show(shown.mosaic().flatMap(Mosaic::legend));
    classToken.show(
        picture instanceof TensorPicture.Bias bias ? bias.bias().classToken() : Optional.empty());
    title.setText(shown.mosaic().map(Mosaic::title).orElse("Values by index"));
    note.setText(shown.mosaic().map(Mosaic::note).orElse(""));
    curve.setVisible(picture instanceof TensorPicture.Vector);
    if (picture instanceof TensorPicture.Vector vector) {
      curve.setCurves(List.of(Curve.points("value", series(vector), Curve.Tone.STRONG)));
      curve.showAll();
    }
  }

  private void showControls(TensorPicture picture, PictureOptions options) {
    boolean filters = picture instanceof TensorPicture.Filters;
    strongest.setVisible(filters);
    strongest.setSelected(options.order() == PatchFilters.Order.NORM);
    ownScales.setVisible(
        filters || picture instanceof TensorPicture.Bias bias && heads(bias.bias()) > 1);
    ownScales.setSelected(options.ownScales());
    magnitude.setVisible(picture instanceof TensorPicture.Matrix matrix && signs(matrix.map()));
    magnitude.setSelected(options.magnitude());
  }

  private static int heads(PositionBias bias) {
    return bias.heads().size();
  }

  private static boolean signs(HeatMap map) {
    return map.signed().min() < 0;
  }

  private static Series series(TensorPicture.Vector vector) {
    double[] values = vector.values().stream().mapToDouble(Double::doubleValue).toArray();
    return Series.of(IntStream.range(0, values.length).asDoubleStream().toArray(), values);
  }

  private void save() {
    Figure drawn = Figure.of(figure, colors.background());
    actions.askPlace(name + ".png").ifPresent(file -> drawn.write(file, background, actions));
  }
}
