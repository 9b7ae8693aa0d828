package io.simmim.workbench.checkpoint;

import io.simmim.core.inspect.Printable;
import io.simmim.core.inspect.TensorStats;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.InWords;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The cells of the table of tensors. */
final class TensorCells {

  private static final String NOT_READ = "…";

  private TensorCells() {}

  static long ill(TensorStats stats) {
    return stats.nans() + stats.infinities();
  }

  /** A module or a tensor by the last part of its name; the tooltip has all of it. */
  static final class Name extends TreeTableCell<TensorNode, TensorNode> {

    private final FontIcon module = Icons.of(Material2OutlinedAL.FOLDER);
    private final Tooltip whole = new Tooltip();

    Name() {
      setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      getStyleClass().add("tensor-name");
    }

    @Override
    protected void updateItem(TensorNode node, boolean empty) {
      super.updateItem(node, empty);
      boolean none = empty || node == null;
      setText(none ? null : TensorTable.shown(node));
      setGraphic(none || node.tensor().isPresent() ? null : module);
      if (!none) {
        whole.setText(Printable.of(node.path()));
      }
      setTooltip(none ? null : whole);
    }
  }

  /** Words about a node. */
  static final class Text extends TreeTableCell<TensorNode, TensorNode> {

    private final Function<TensorNode, String> words;

    Text(Function<TensorNode, String> words) {
      this.words = words;
      getStyleClass().add("num");
    }

    @Override
    protected void updateItem(TensorNode node, boolean empty) {
      super.updateItem(node, empty);
      boolean none = empty || node == null;
      setText(none ? null : words.apply(node));
      getStyleClass().remove("muted-cell");
      if (!none && node.tensor().isEmpty()) {
        getStyleClass().add("muted-cell");
      }
    }
  }

  /** One statistic; a module has none. */
  static final class Statistic extends TreeTableCell<TensorNode, Optional<TensorStats>> {

    private final ToDoubleFunction<TensorStats> of;

    Statistic(ToDoubleFunction<TensorStats> of) {
      this.of = of;
      getStyleClass().add("num");
    }

    @Override
    protected void updateItem(Optional<TensorStats> stats, boolean empty) {
      super.updateItem(stats, empty);
      boolean none = empty || stats == null || isModule(this);
      setText(none ? null : stats.map(s -> Sizes.value(of.applyAsDouble(s))).orElse(NOT_READ));
    }
  }

  /** How many values are not a number or infinite. */
  static final class Ill extends TreeTableCell<TensorNode, Optional<TensorStats>> {

    Ill() {
      getStyleClass().add("num");
    }

    @Override
    protected void updateItem(Optional<TensorStats> stats, boolean empty) {
      super.updateItem(stats, empty);
      boolean none = empty || stats == null || isModule(this);
      long ill = none ? 0 : stats.map(TensorCells::ill).orElse(0L);
      setText(none || stats.isEmpty() ? null : InWords.count(ill));
      getStyleClass().removeAll("ill-cell", "muted-cell");
      getStyleClass().add(ill > 0 ? "ill-cell" : "muted-cell");
    }
  }

  private static boolean isModule(TreeTableCell<TensorNode, ?> cell) {
    TensorNode node = cell.getTableRow() == null ? null : cell.getTableRow().getItem();
    return node != null && node.tensor().isEmpty();
  }
}
