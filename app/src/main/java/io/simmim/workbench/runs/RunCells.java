package io.simmim.workbench.runs;

import io.simmim.workbench.fx.InWords;
import java.util.function.Function;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;

/** Cells of the table of runs. */
final class RunCells {

  private RunCells() {}

  /** Names begin and end with what tells them apart. */
  static final class NameCell extends TableCell<RunRow, String> {

    NameCell() {
      setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }

    @Override
    protected void updateItem(String name, boolean empty) {
      super.updateItem(name, empty);
      setText(empty ? null : name);
    }
  }

  static final class NumberCell extends TableCell<RunRow, RunRow> {

    private final Function<RunRow, String> words;

    NumberCell(Function<RunRow, String> words) {
      this.words = words;
      getStyleClass().add("num");
    }

    @Override
    protected void updateItem(RunRow row, boolean empty) {
      super.updateItem(row, empty);
      String text = empty || row == null ? "" : words.apply(row);
      boolean unknown = row != null && !row.isRun() && text.equals(InWords.NONE);
      setText(unknown ? "" : text);
    }
  }

  static final class PillCell extends TableCell<RunRow, RunState> {

    private final StatusPill pill = new StatusPill();

    @Override
    protected void updateItem(RunState state, boolean empty) {
      super.updateItem(state, empty);
      setGraphic(empty || state == null ? null : pill);
      if (state != null) {
        pill.show(state);
      }
    }
  }
}
