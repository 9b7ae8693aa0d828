package io.simmim.workbench.checkpoint;

import io.simmim.core.inspect.Printable;
import io.simmim.core.inspect.TensorStats;
import io.simmim.workbench.fx.InWords;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The tree of tensors in columns. */
final class TensorTable extends TreeTableView<TensorNode> {

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  /** Deeper modules are closed until they are opened. */
  private static final int OPEN_LEVELS = 2;

  /** In less width the names need it more; the panel of the tensor has the type, too. */
  private static final double ROOM_FOR_TYPES = 820;

  private static final double ROOM_FOR_ILL = 740;

  private static final double ROOM_FOR_SIZES = 660;

  /** A selected tensor is scrolled to with what stands above it. */
  private static final int ROWS_ABOVE = 4;

  private final TensorsViewModel model;
  private final Consumer<String> copy;
  private final Set<String> closed = new HashSet<>();
  private final Set<String> opened = new HashSet<>();
  private boolean rebuilding;

  TensorTable(TensorsViewModel model, Consumer<String> copy) {
    this.model = model;
    this.copy = copy;
    setId("tensor-table");
    getStyleClass().add("dense-table");
    setAccessibleText("tensors of the file");
    setShowRoot(false);
    setFixedCellSize(28);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    Label nothing = new Label("No tensor has these words in its name.");
    nothing.getStyleClass().add("muted");
    setPlaceholder(nothing);
    addColumns();
    setContextMenu(menu());
    setOnKeyPressed(
        event -> {
          if (COPY.match(event)) {
            copyName();
            event.consume();
          }
        });
    getSelectionModel().selectedItemProperty().addListener((p, old, now) -> chosen(now));
    model.rootProperty().subscribe(this::rebuild);
    model.selectedProperty().subscribe(row -> row.ifPresent(this::reveal));
  }

  /** Takes the keyboard, with a row selected. */
  void takeFocus() {
    requestFocus();
    if (getSelectionModel().isEmpty()) {
      getSelectionModel().selectFirst();
    }
  }

  private void addColumns() {
    TreeTableColumn<TensorNode, TensorNode> name = column("name", "Name", 250);
    name.setCellFactory(column -> new TensorCells.Name());
    name.setComparator(Comparator.comparing(TensorNode::segment));
    name.setMinWidth(150);
    getColumns().add(name);
    TreeTableColumn<TensorNode, TensorNode> shape =
        words("shape", "Shape", 100, row -> row.shape());
    shape.setMinWidth(94);
    getColumns().add(shape);
    TreeTableColumn<TensorNode, TensorNode> type = words("type", "Type", 66, row -> row.type());
    type.setMinWidth(66);
    showFrom(type, ROOM_FOR_TYPES);
    getColumns().add(type);
    TreeTableColumn<TensorNode, TensorNode> size = column("size", "Size", 78);
    size.setMinWidth(74);
    size.getStyleClass().add("number-column");
    size.setCellFactory(column -> new TensorCells.Text(node -> Sizes.bytes(node.bytes())));
    size.setComparator(Comparator.comparingLong(TensorNode::bytes));
    showFrom(size, ROOM_FOR_SIZES);
    getColumns().add(size);
    getColumns().add(number("min", "Min", TensorStats::min));
    getColumns().add(number("mean", "Mean", TensorStats::mean));
    getColumns().add(number("max", "Max", TensorStats::max));
    getColumns().add(number("std", "Std", TensorStats::std));
    TreeTableColumn<TensorNode, Optional<TensorStats>> ill = statistic("ill", "NaN, Inf", 76);
    ill.setMinWidth(76);
    ill.setCellFactory(column -> new TensorCells.Ill());
    ill.setComparator(Comparator.comparingDouble(s -> s.map(TensorCells::ill).orElse(-1L)));
    showFrom(ill, ROOM_FOR_ILL);
    getColumns().add(ill);
  }

  /** Shows a column only while the table is wide enough for it. */
  private void showFrom(TreeTableColumn<TensorNode, ?> column, double width) {
    column.visibleProperty().bind(widthProperty().greaterThan(width));
  }

  private static TreeTableColumn<TensorNode, TensorNode> column(
      String id, String title, double width) {
    TreeTableColumn<TensorNode, TensorNode> column = new TreeTableColumn<>(title);
    column.setId("tensor-" + id);
    column.setPrefWidth(width);
    column.setCellValueFactory(c -> new SimpleObjectProperty<>(c.getValue().getValue()));
    return column;
  }

  private static TreeTableColumn<TensorNode, TensorNode> words(
      String id, String title, double width, java.util.function.Function<TensorRow, String> of) {
    TreeTableColumn<TensorNode, TensorNode> column = column(id, title, width);
    column.setCellFactory(
        c -> new TensorCells.Text(node -> node.tensor().map(of).orElse(modules(id, node))));
    column.setComparator(Comparator.comparing(node -> node.tensor().map(of).orElse("")));
    return column;
  }

  /** What a module has in place of a shape. */
  private static String modules(String id, TensorNode node) {
    return id.equals("shape")
        ? InWords.count(node.tensors()) + (node.tensors() == 1 ? " tensor" : " tensors")
        : "";
  }

  private static TreeTableColumn<TensorNode, Optional<TensorStats>> statistic(
      String id, String title, double width) {
    TreeTableColumn<TensorNode, Optional<TensorStats>> column = new TreeTableColumn<>(title);
    column.setId("tensor-" + id);
    column.setPrefWidth(width);
    column.getStyleClass().add("number-column");
    column.setCellValueFactory(c -> statsOf(c.getValue().getValue()));
    return column;
  }

  private static ObservableValue<Optional<TensorStats>> statsOf(TensorNode node) {
    return node.tensor()
        .<ObservableValue<Optional<TensorStats>>>map(TensorRow::statsProperty)
        .orElseGet(() -> new SimpleObjectProperty<>(Optional.empty()));
  }

  private static TreeTableColumn<TensorNode, Optional<TensorStats>> number(
      String id, String title, ToDoubleFunction<TensorStats> of) {
    TreeTableColumn<TensorNode, Optional<TensorStats>> column = statistic(id, title, 78);
    column.setMinWidth(78);
    column.setCellFactory(c -> new TensorCells.Statistic(of));
    column.setComparator(
        Comparator.comparingDouble(
            stats -> stats.map(s -> of.applyAsDouble(s)).orElse(Double.NEGATIVE_INFINITY)));
    return column;
  }

  private ContextMenu menu() {
    MenuItem name = new MenuItem("Copy name");
    name.setAccelerator(COPY);
    name.setOnAction(event -> copyName());
    return new ContextMenu(name);
  }

  private void copyName() {
    TreeItem<TensorNode> item = getSelectionModel().getSelectedItem();
    if (item != null) {
      copy.accept(item.getValue().path());
    }
  }

  private void chosen(TreeItem<TensorNode> item) {
    if (!rebuilding) {
      model
          .selectedProperty()
          .set(Optional.ofNullable(item).flatMap(chosen -> chosen.getValue().tensor()));
    }
  }

  private void rebuild(TensorNode root) {
    Optional<TensorRow> before = model.selectedProperty().get();
    rebuilding = true;
    boolean searching = !model.searchProperty().get().isBlank();
    TreeItem<TensorNode> top = item(root, 0, searching);
    top.setExpanded(true);
    setRoot(top);
    sort();
    before.flatMap(row -> find(top, row)).ifPresentOrElse(this::select, () -> scrollTo(0));
    rebuilding = false;
  }

  /** A tensor that was not chosen here may lie in a closed module, far down. */
  private void reveal(TensorRow row) {
    TreeItem<TensorNode> now = getSelectionModel().getSelectedItem();
    boolean chosenHere = now != null && now.getValue().tensor().filter(row::equals).isPresent();
    if (!chosenHere) {
      find(getRoot(), row).ifPresent(this::select);
    }
  }

  private void select(TreeItem<TensorNode> item) {
    for (var above = item.getParent(); above != null; above = above.getParent()) {
      above.setExpanded(true);
    }
    getSelectionModel().select(item);
    scrollTo(Math.max(0, getRow(item) - ROWS_ABOVE));
  }

  private TreeItem<TensorNode> item(TensorNode node, int level, boolean searching) {
    TreeItem<TensorNode> item = new TreeItem<>(node);
    node.children().forEach(child -> item.getChildren().add(item(child, level + 1, searching)));
    String path = node.path();
    boolean open = opened.contains(path) || (level <= OPEN_LEVELS && !closed.contains(path));
    item.setExpanded(searching || open);
    if (!searching) {
      item.expandedProperty().addListener((p, old, now) -> remember(path, now));
    }
    return item;
  }

  private void remember(String path, boolean open) {
    (open ? opened : closed).add(path);
    (open ? closed : opened).remove(path);
  }

  private static Optional<TreeItem<TensorNode>> find(TreeItem<TensorNode> item, TensorRow row) {
    if (item.getValue().tensor().filter(row::equals).isPresent()) {
      return Optional.of(item);
    }
    return item.getChildren().stream().flatMap(child -> find(child, row).stream()).findFirst();
  }

  /** A name as it may be shown: it comes from a file. */
  static String shown(TensorNode node) {
    return Printable.of(node.segment().isEmpty() ? "(no name)" : node.segment());
  }
}
