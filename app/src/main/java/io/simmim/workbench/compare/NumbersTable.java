package io.simmim.workbench.compare;

import io.simmim.core.run.RunFolder;
import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.InWords;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.SetChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The legend of all charts, one run a line, with its numbers and how they differ. */
final class NumbersTable extends TableView<ComparedNumbers> {

  private static final double ROW = 30;
  private static final double HEAD = 36;
  private static final double NAME = 260;
  private static final double NAME_ALONE = 400;
  private static final int MOST_ROWS = 6;

  private final CompareViewModel model;
  private ChartColors colors = ChartColors.LIGHT;

  NumbersTable(CompareViewModel model) {
    this.model = model;
    setId("compare-numbers");
    getStyleClass().add("dense-table");
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    TableColumn<ComparedNumbers, ComparedNumbers> name = nameColumn();
    getColumns().add(name);
    getColumns().add(number("epochs", "Epochs", 90, epochs()));
    getColumns().add(number("loss", "Last loss", 150, lower(ComparedNumbers::loss)));
    getColumns().add(number("best", "Best loss", 150, lower(ComparedNumbers::bestLoss)));
    TableColumn<ComparedNumbers, ComparedNumbers> top1 =
        number("top1", "Best top-1", 160, higher(ComparedNumbers::bestTop1, InWords::percent));
    getColumns().add(top1);
    getColumns()
        .add(
            number(
                "speed",
                "Images/s",
                130,
                higher(ComparedNumbers::imagesPerSecond, InWords::speed)));
    getColumns().add(number("time", "Time", 190, time()));
    setFixedCellSize(ROW);
    model
        .numbersProperty()
        .subscribe(
            numbers -> {
              getItems().setAll(numbers);
              boolean measured = numbers.stream().anyMatch(n -> n.bestTop1().isPresent());
              top1.setVisible(measured);
              name.setPrefWidth(measured ? NAME : NAME_ALONE);
              int rows = Math.max(2, Math.min(MOST_ROWS, numbers.size()));
              setPrefHeight(HEAD + rows * ROW);
            });
    setMinHeight(USE_PREF_SIZE);
    setMaxHeight(USE_PREF_SIZE);
    model.baselineProperty().addListener((p, old, now) -> refresh());
    model.hidden().addListener((SetChangeListener<RunFolder>) change -> refresh());
  }

  void setColors(ChartColors now) {
    colors = now;
    refresh();
  }

  private Function<ComparedNumbers, DifferenceText> epochs() {
    return text(
        n -> Optional.of((double) n.epochs()),
        value -> InWords.count(Math.round(value)),
        Optional.empty());
  }

  private Function<ComparedNumbers, DifferenceText> lower(
      Function<ComparedNumbers, Optional<Double>> of) {
    return text(of, NumbersTable::loss, Optional.of(true));
  }

  /** Differences of losses are small, and read better beside each other without powers of ten. */
  private static String loss(double value) {
    return Math.abs(value) < 1e-3
        ? String.format(Locale.ROOT, "%.4f", value)
        : InWords.number(value);
  }

  private Function<ComparedNumbers, DifferenceText> higher(
      Function<ComparedNumbers, Optional<Double>> of, DoubleFunction<String> words) {
    return text(of, words, Optional.of(false));
  }

  private Function<ComparedNumbers, DifferenceText> time() {
    return text(
        numbers -> numbers.elapsed().map(d -> d.toMillis() / 1000.0),
        seconds -> InWords.duration(Duration.ofMillis(Math.round(1000 * seconds))),
        Optional.of(true));
  }

  private Function<ComparedNumbers, DifferenceText> text(
      Function<ComparedNumbers, Optional<Double>> of,
      DoubleFunction<String> words,
      Optional<Boolean> lowerIsBetter) {
    return numbers -> {
      Optional<Double> base =
          model
              .baselineNumbers()
              .filter(b -> !b.run().folder().equals(numbers.run().folder()))
              .flatMap(of);
      return DifferenceText.of(of.apply(numbers), base, words, lowerIsBetter);
    };
  }

  private TableColumn<ComparedNumbers, ComparedNumbers> nameColumn() {
    TableColumn<ComparedNumbers, ComparedNumbers> column = column("run", "Run", NAME);
    column.setCellFactory(c -> new NameCell());
    return column;
  }

  private static TableColumn<ComparedNumbers, ComparedNumbers> number(
      String id, String title, double width, Function<ComparedNumbers, DifferenceText> words) {
    TableColumn<ComparedNumbers, ComparedNumbers> column = column(id, title, width);
    column.getStyleClass().add("number-column");
    column.setCellFactory(c -> new DifferenceCell(id, words));
    return column;
  }

  private static TableColumn<ComparedNumbers, ComparedNumbers> column(
      String id, String title, double width) {
    TableColumn<ComparedNumbers, ComparedNumbers> column = new TableColumn<>(title);
    column.setId("numbers-" + id);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(c -> new SimpleObjectProperty<>(c.getValue()));
    return column;
  }

  /** Whether the curves are drawn, in which colour, and the pin of the baseline. */
  private final class NameCell extends TableCell<ComparedNumbers, ComparedNumbers> {

    private final CheckBox shown = new CheckBox();
    private final Region swatch = new Region();
    private final ToggleButton pin = new ToggleButton();
    private final HBox box = new HBox(shown, swatch, pin);

    NameCell() {
      setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      box.getStyleClass().add("tight-row");
      swatch.getStyleClass().add("swatch");
      shown.setOnAction(event -> model.toggle(getItem().run().folder()));
      pin.setOnAction(event -> model.pin(getItem().run().folder()));
    }

    @Override
    protected void updateItem(ComparedNumbers numbers, boolean empty) {
      super.updateItem(numbers, empty);
      if (empty || numbers == null) {
        setGraphic(null);
        setText(null);
        setTooltip(null);
        return;
      }
      ComparedRun run = numbers.run();
      java.awt.Color c = colors.many(run.slot());
      swatch.setStyle(
          "-fx-background-color: rgb(%d, %d, %d);"
              .formatted(c.getRed(), c.getGreen(), c.getBlue()));
      shown.setId("show-" + run.run().tag());
      shown.setAccessibleText("show the curves of " + run.label());
      shown.setSelected(!model.hidden().contains(run.folder()));
      if (pin.getGraphic() == null) {
        Icons.dress(pin, "", Material2OutlinedMZ.PUSH_PIN, "Measure the others against this run");
        pin.getStyleClass().add("pin");
      }
      pin.setId("pin-" + run.run().tag());
      pin.setSelected(run.folder().equals(model.baselineProperty().get()));
      setGraphic(box);
      setText(run.label());
      setTooltip(new Tooltip(run.run().tag()));
    }
  }
}
