package io.simmim.workbench.runs;

import io.simmim.workbench.fx.Icons;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The name of a run; a pin before that of the baseline. */
final class TagCell extends TableCell<RunRow, String> {

  private final RunsViewModel model;

  TagCell(RunsViewModel model) {
    this.model = model;
  }

  @Override
  protected void updateItem(String tag, boolean empty) {
    super.updateItem(tag, empty);
    RunRow row = getTableRow() == null ? null : getTableRow().getItem();
    boolean pinned = !empty && row != null && row.folder().equals(model.baselineProperty().get());
    boolean named = !empty && tag != null;
    setText(named ? tag : null);
    setTextOverrun(TagCut.of(named ? tag : ""));
    setTooltip(named ? new Tooltip(tag) : null);
    setGraphic(pinned ? Icons.of(Material2OutlinedMZ.PUSH_PIN) : null);
  }
}
