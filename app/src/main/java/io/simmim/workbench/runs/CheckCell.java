package io.simmim.workbench.runs;

import io.simmim.core.run.RunFolder;
import javafx.collections.SetChangeListener;
import javafx.collections.WeakSetChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;

/** Marks a run to be compared. */
final class CheckCell extends TableCell<RunRow, RunRow> {

  private final RunsViewModel model;
  private final CheckBox box = new CheckBox();
  private final SetChangeListener<RunFolder> listener = change -> show();

  CheckCell(RunsViewModel model) {
    this.model = model;
    box.setAccessibleText("compare this run");
    box.setFocusTraversable(false);
    box.setOnAction(event -> model.toggle(getItem().folder()));
    setOnMouseClicked(event -> event.consume()); // else the run would open
    model.checked().addListener(new WeakSetChangeListener<>(listener));
  }

  @Override
  protected void updateItem(RunRow row, boolean empty) {
    super.updateItem(row, empty);
    boolean run = !empty && row != null && row.isRun();
    box.setId(run ? "check-" + row.tag() : null);
    setGraphic(run ? box : null);
    show();
  }

  private void show() {
    if (getItem() != null) {
      box.setSelected(model.checked().contains(getItem().folder()));
    }
  }
}
