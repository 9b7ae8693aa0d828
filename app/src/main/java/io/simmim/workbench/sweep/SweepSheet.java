package io.simmim.workbench.sweep;

import io.simmim.core.config.ConfigKey;
import io.simmim.core.config.ConfigSchema;
import io.simmim.workbench.fx.Icons;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/** Over the page Experiment: the keys of a sweep, and the runs that come of them. */
public final class SweepSheet extends StackPane {

  private static final double MOST_ROWS_HEIGHT = 208;

  private final SweepViewModel model;
  private final Map<AxisRow, AxisRowView> views = new HashMap<>();
  private final VBox rows = new VBox();
  private final HBox chips = new HBox();
  private Node focusedBefore;

  /**
   * @param copy puts the commands on the clipboard
   */
  public SweepSheet(SweepViewModel model, Runnable copy) {
    this.model = model;
    setId("sweep");
    getStyleClass().addAll("scrim", "sweep-place");
    rows.getStyleClass().add("axis-rows");
    ScrollPane scroll = new RowsScroll(rows);
    chips.getStyleClass().add("tight-row");
    SweepTable table = new SweepTable(model);
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox sheet =
        new VBox(
            head(), scroll, chips, new SweepNumbers(model), table, new SweepFooter(model, copy));
    sheet.getStyleClass().addAll("sheet", "sweep-sheet");
    sheet.setMaxWidth(1120);
    sheet.setOnMouseClicked(event -> event.consume());
    getChildren().add(sheet);
    setAlignment(sheet, Pos.TOP_CENTER);
    setOnMouseClicked(event -> model.close());
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.close();
            event.consume();
          }
        });
    model.rows().addListener((ListChangeListener<AxisRow>) change -> showRows());
    showRows();
    model.openProperty().subscribe(this::show);
  }

  private HBox head() {
    Label title = new Label("Sweep");
    title.getStyleClass().add("title-4");
    Label words =
        new Label(
            "One run for each combination of values. Values: 0.4, 0.6, 0.8 or ranges: 0.2:0.8:0.2"
                + " (steps), 16:64:x2 (factors).");
    words.getStyleClass().add("muted");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head =
        new HBox(
            title,
            words,
            gap,
            Icons.button("sweep-close", Material2AL.CLOSE, "Close (Esc)", model::close));
    head.getStyleClass().add("sweep-head");
    return head;
  }

  private void show(boolean now) {
    if (now) {
      focusedBefore = getScene() == null ? null : getScene().getFocusOwner();
      views.clear();
      showRows();
      setVisible(true);
      lastRow().ifPresent(AxisRowView::focus);
    } else {
      setVisible(false);
      if (focusedBefore != null) {
        focusedBefore.requestFocus();
      }
    }
  }

  private Optional<AxisRowView> lastRow() {
    int last = rows.getChildren().size() - 1;
    return last < 0 ? Optional.empty() : Optional.of((AxisRowView) rows.getChildren().get(last));
  }

  private void showRows() {
    List<AxisRowView> shown = new ArrayList<>();
    for (AxisRow row : model.rows()) {
      AxisRowView view =
          views.computeIfAbsent(
              row, r -> new AxisRowView(r, model.keys(), () -> model.removeRow(r)));
      view.number(shown.size() + 1);
      shown.add(view);
    }
    rows.getChildren().setAll(shown);
    showChips();
  }

  private void showChips() {
    Button another = new Button("Another key", Icons.of(Material2AL.ADD));
    another.setId("sweep-add-key");
    another.getStyleClass().add("small");
    another.setTooltip(new Tooltip("Let one more key take several values"));
    another.setOnAction(
        event -> {
          model.addRow();
          lastRow().ifPresent(AxisRowView::focus);
        });
    Label often = new Label("Often tried:");
    often.getStyleClass().add("muted");
    chips.getChildren().setAll(another, often);
    OftenSwept.at(model.stage()).stream()
        .flatMap(path -> ConfigSchema.official().find(path).stream())
        .forEach(key -> chips.getChildren().add(chip(key)));
  }

  private Button chip(ConfigKey key) {
    boolean seeds = key.path().equals(OftenSwept.SEED);
    String name = key.path().replaceFirst(".*\\.", "");
    Button chip = new Button(seeds ? "Repeat with seeds" : name);
    chip.setMnemonicParsing(false);
    chip.setId("sweep-chip-" + name);
    chip.getStyleClass().addAll("small", "flat");
    chip.setTooltip(new Tooltip(key.path() + ": " + key.description()));
    chip.setOnAction(
        event -> {
          if (!model.has(key)) {
            model.addRow(key);
            lastRow().ifPresent(AxisRowView::focus);
          }
        });
    return chip;
  }

  /** As high as its rows, up to a point. */
  private static final class RowsScroll extends ScrollPane {

    RowsScroll(VBox rows) {
      super(rows);
      setFitToWidth(true);
      setMinHeight(USE_PREF_SIZE);
      setMaxHeight(USE_PREF_SIZE);
      setHbarPolicy(ScrollBarPolicy.NEVER);
      getStyleClass().add("quiet-scroll");
    }

    @Override
    protected double computePrefHeight(double width) {
      return Math.min(MOST_ROWS_HEIGHT, getContent().prefHeight(getWidth()) + 2);
    }
  }
}
