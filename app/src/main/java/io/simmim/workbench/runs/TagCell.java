package io.simmim.workbench.runs;

import io.simmim.workbench.fx.Icons;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The name of a run, in few words where there is no room; a pin before that of the baseline. */
final class TagCell extends TableCell<RunRow, String> {

  private final RunsViewModel model;

  TagCell(RunsViewModel model) {
    this.model = model;
    widthProperty().addListener((p, old, now) -> showTag());
    fontProperty().addListener((p, old, now) -> showTag());
  }

  @Override
  protected void updateItem(String tag, boolean empty) {
    super.updateItem(tag, empty);
    RunRow row = getTableRow() == null ? null : getTableRow().getItem();
    boolean pinned = !empty && row != null && row.folder().equals(model.baselineProperty().get());
    setTooltip(empty || tag == null ? null : new Tooltip(tag));
    setGraphic(pinned ? Icons.of(Material2OutlinedMZ.PUSH_PIN) : null);
    showTag();
  }

  private void showTag() {
    String tag = getItem() == null ? "" : getItem();
    String shown = SweptTag.fitting(tag, this::fits);
    setText(shown);
    // Values at the end of a tag tell most, elsewhere its beginning and end.
    setTextOverrun(
        shown.equals(tag) ? OverrunStyle.CENTER_ELLIPSIS : OverrunStyle.LEADING_ELLIPSIS);
  }

  private boolean fits(String words) {
    Text text = new Text(words);
    text.setFont(getFont());
    double pin = getGraphic() == null ? 0 : getGraphic().prefWidth(-1) + getGraphicTextGap();
    double room = getWidth() - snappedLeftInset() - snappedRightInset() - pin;
    return text.getLayoutBounds().getWidth() <= room;
  }
}
