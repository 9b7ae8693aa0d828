package io.simmim.workbench.checkpoint;

import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** A name, cut in its middle where the column is too narrow; the tooltip has all of it. */
final class KeyCell extends TableCell<KeyLine, String> {

  private final Tooltip whole = new Tooltip();

  KeyCell() {
    setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    getStyleClass().add("num");
  }

  @Override
  protected void updateItem(String words, boolean empty) {
    super.updateItem(words, empty);
    setText(empty ? null : words);
    whole.setText(words);
    setTooltip(empty || words == null || words.isEmpty() ? null : whole);
    KeyLine line = getTableRow() == null ? null : getTableRow().getItem();
    getStyleClass().remove("muted-cell");
    if (!empty && line != null && line.official().isEmpty()) {
      getStyleClass().add("muted-cell");
    }
  }
}
