package io.simmim.workbench.compare;

import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.chart.ChartExport;
import io.simmim.workbench.chart.ChartFile;
import io.simmim.workbench.chart.CurveChart;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.picture.HeatColors;
import io.simmim.workbench.runs.ChartFiles;
import io.simmim.workbench.runs.ExportMenu;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** One number of every run over the keys in which they differ: two as a grid, one as a curve. */
final class HeatMapPane extends VBox {

  private final HeatMapViewModel model;
  private final HeatGrid grid;
  private final HeatLegend legend = new HeatLegend();
  private final CurveChart line = new CurveChart("heat-line", "The number over one key");
  private final ScrollPane scroll;
  private final Label nothing = new Label();
  private ChartColors colors = ChartColors.LIGHT;

  HeatMapPane(HeatMapViewModel model, MapActions actions, ChartFiles files) {
    this.model = model;
    setId("compare-map");
    getStyleClass().add("heat-pane");
    grid = new HeatGrid(actions);
    StackPane centred = new StackPane(grid);
    centred.getStyleClass().add("heat-place");
    scroll = new ScrollPane(centred);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("quiet-scroll");
    nothing.setId("heat-nothing");
    nothing.getStyleClass().add("muted");
    StackPane body = new StackPane(scroll, line, nothing);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(head(files), body, legend);
    model.mapProperty().subscribe(this::show);
  }

  void setColors(ChartColors now) {
    colors = now;
    line.setColors(now);
    show(model.mapProperty().get());
  }

  private HBox head(ChartFiles files) {
    ComboBox<MapNumber> number = new ComboBox<>();
    number.setId("heat-number");
    number.setAccessibleText("Number of each run");
    number.setTooltip(new Tooltip("What the cells show"));
    number.setConverter(new Titles());
    model.availableProperty().subscribe(all -> offer(number, all, model.numberProperty().get()));
    number.valueProperty().bindBidirectional(model.numberProperty());
    ComboBox<String> across = keys("heat-x", "Key across", model.xProperty(), false);
    ComboBox<String> down = keys("heat-y", "Key down", model.yProperty(), true);
    Button swap =
        Icons.button(
            "heat-swap", Material2OutlinedMZ.SWAP_HORIZ, "Rows become columns", model::swap);
    swap.disableProperty().bind(model.yProperty().isEmpty());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    ExportMenu export = new ExportMenu("heat-map", "Heat map", files, this::file);
    export.disableProperty().bind(model.mapProperty().map(Optional::isEmpty));
    HBox head =
        new HBox(
            muted("Number"),
            number,
            muted("Across"),
            across,
            swap,
            muted("Down"),
            down,
            gap,
            export);
    head.getStyleClass().add("heat-head");
    return head;
  }

  private ComboBox<String> keys(String id, String says, StringProperty path, boolean none) {
    ComboBox<String> box = new ComboBox<>();
    box.setId(id);
    box.setAccessibleText(says);
    box.setTooltip(new Tooltip(says));
    box.setConverter(new Paths());
    model
        .keysProperty()
        .subscribe(
            keys -> {
              List<String> paths = new ArrayList<>(none ? List.of("") : List.of());
              keys.forEach(key -> paths.add(key.path()));
              offer(box, paths, path.get());
            });
    path.subscribe(box::setValue);
    box.setOnAction(
        event -> {
          if (box.getValue() != null) {
            path.set(box.getValue());
          }
        });
    return box;
  }

  /** The list may lose what is chosen in it; the choice is the model's. */
  private static <T> void offer(ComboBox<T> box, List<T> values, T chosen) {
    if (!box.getItems().equals(values)) {
      box.getItems().setAll(values);
      box.setValue(chosen);
    }
  }

  private void show(Optional<HeatMap> map) {
    boolean curve = map.filter(HeatCurve::suits).isPresent();
    line.setVisible(curve);
    scroll.setVisible(map.isPresent() && !curve);
    legend.setVisible(map.isPresent());
    nothing.setVisible(map.isEmpty());
    nothing.setText("These runs differ in no key, or have no number yet.");
    if (map.isEmpty()) {
      return;
    }
    HeatColors heat = colors.equals(ChartColors.DARK) ? HeatColors.DARK : HeatColors.LIGHT;
    legend.show(map.get(), heat);
    if (curve) {
      line.setUnit(HeatCurve.unit(map.get()), false);
      line.setWords(map.get().number().words());
      line.setCurves(List.of(HeatCurve.of(map.get())));
    } else {
      grid.show(map.get(), heat);
    }
  }

  private ChartFile file() {
    HeatMap map = model.mapProperty().get().orElseThrow();
    return HeatCurve.suits(map)
        ? new ChartExport(line, map.number().title())
        : new HeatFile(map, colors);
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("muted");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static final class Titles extends StringConverter<MapNumber> {

    @Override
    public String toString(MapNumber number) {
      return number == null ? "" : number.title();
    }

    @Override
    public MapNumber fromString(String title) {
      throw new IllegalArgumentException("expected no typing, got " + title);
    }
  }

  private static final class Paths extends StringConverter<String> {

    @Override
    public String toString(String path) {
      return path == null || path.isEmpty() ? "nothing" : path;
    }

    @Override
    public String fromString(String text) {
      throw new IllegalArgumentException("expected no typing, got " + text);
    }
  }
}
