package io.simmim.workbench.runs;

import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

/** Text that a click turns into a field: Enter or leaving keeps what was typed, Escape does not. */
final class NoteCell extends TableCell<RunRow, String> {

  private final RunsViewModel model;
  private final String column;
  private final String prompt;
  private final TextField field = new TextField();

  /**
   * @param column its cells get the id {@code <column>-<tag of the run>}
   * @param prompt what an empty cell asks for
   */
  NoteCell(RunsViewModel model, String column, String prompt) {
    this.column = column;
    this.model = model;
    this.prompt = prompt;
    getStyleClass().add("note-cell");
    field.setId("note-field");
    field.setAccessibleText(prompt);
    field.setPromptText(prompt);
    field.setOnAction(event -> commitEdit(field.getText()));
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            cancelEdit();
            event.consume();
          }
        });
    field
        .focusedProperty()
        .addListener(
            (p, old, now) -> {
              if (!now && isEditing()) {
                commitEdit(field.getText());
              }
            });
    setOnMouseClicked(
        event -> {
          boolean plain = !event.isShortcutDown() && !event.isShiftDown();
          if (event.getButton() == MouseButton.PRIMARY && plain && isOfRun()) {
            getTableView().edit(getIndex(), getTableColumn());
            event.consume(); // else the run would open
          }
        });
  }

  /** Nothing can be written about a run that only waits. */
  private boolean isOfRun() {
    RunRow row = getTableRow() == null ? null : getTableRow().getItem();
    return !isEmpty() && row != null && row.isRun();
  }

  @Override
  public void startEdit() {
    if (!isOfRun()) {
      return;
    }
    super.startEdit();
    if (isEditing()) {
      model.hold(true);
      field.setText(getItem());
      setText(null);
      setGraphic(field);
      field.requestFocus();
      field.selectAll();
    }
  }

  @Override
  public void cancelEdit() {
    super.cancelEdit();
    show(getItem());
    model.hold(false);
  }

  @Override
  public void commitEdit(String text) {
    super.commitEdit(text);
    model.hold(false);
  }

  @Override
  protected void updateItem(String text, boolean empty) {
    super.updateItem(text, empty);
    RunRow row = getTableRow() == null ? null : getTableRow().getItem();
    setId(empty || row == null ? null : column + "-" + row.tag());
    if (!isEditing()) {
      show(empty ? null : text);
    }
  }

  private void show(String text) {
    boolean blank = text != null && text.isEmpty();
    setGraphic(null);
    setText(blank ? isOfRun() ? prompt : "" : text);
    setTooltip(text == null || blank ? null : new Tooltip(text));
    getStyleClass().remove("note-blank");
    if (blank) {
      getStyleClass().add("note-blank");
    }
  }
}
