package io.simmim.workbench.runs;

import io.simmim.core.queue.QueuedRun;
import io.simmim.workbench.fx.Lazily;
import io.simmim.workbench.queue.QueueActions;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * A line of the table of runs: a click opens the run; with Ctrl it marks it, with Shift all from
 * the last marked one on.
 */
final class RunTableRow extends TableRow<RunRow> {

  private static final String WAITING = "waiting-row";

  private final RunsViewModel model;
  private final Consumer<RunRow> open;

  RunTableRow(RunsViewModel model, QueueActions queue, Consumer<RunRow> open) {
    this.model = model;
    this.open = open;
    setOnMouseClicked(this::clicked);
    Lazily<ContextMenu> ofRun = new Lazily<>(this::runMenu);
    Lazily<ContextMenu> ofQueue = new Lazily<>(() -> queueMenu(queue));
    // Two menus for every row in sight are much of what the table costs; few are ever opened.
    addEventFilter(
        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
        event -> setContextMenu(isEmpty() ? null : menu(ofRun, ofQueue)));
  }

  private ContextMenu menu(Supplier<ContextMenu> ofRun, Supplier<ContextMenu> ofQueue) {
    return getItem().isRun() ? ofRun.get() : ofQueue.get();
  }

  /** What can be done with a run. */
  private ContextMenu runMenu() {
    MenuItem show = item("Open", () -> open.accept(getItem()));
    MenuItem mark = item("Mark to compare", () -> model.toggle(getItem().folder()));
    MenuItem pin = item("Pin as baseline", () -> model.pin(getItem().folder()));
    ContextMenu menu = new ContextMenu(show, mark, pin);
    menu.setOnShowing(
        event -> {
          boolean marked = model.checked().contains(getItem().folder());
          mark.setText(marked ? "Do not compare" : "Mark to compare");
          boolean pinned = getItem().folder().equals(model.baselineProperty().get());
          pin.setText(pinned ? "Unpin baseline" : "Pin as baseline");
        });
    return menu;
  }

  /** Only what waits is chosen by a click; a click on a run opens it. */
  @Override
  protected void updateItem(RunRow row, boolean empty) {
    super.updateItem(row, empty);
    getStyleClass().remove(WAITING);
    if (!empty && row != null && !row.isRun()) {
      getStyleClass().add(WAITING);
    }
  }

  /** What can be done with a run that waits. */
  private ContextMenu queueMenu(QueueActions queue) {
    MenuItem up = queueItem("Move up", run -> queue.move(run, -1));
    MenuItem down = queueItem("Move down", run -> queue.move(run, 1));
    MenuItem start = queueItem("Start now", queue::startNow);
    MenuItem retry = queueItem("Try again", queue::retry);
    MenuItem remove = queueItem("Remove from queue", queue::remove);
    ContextMenu menu = new ContextMenu(up, down, start, retry, remove);
    menu.setOnShowing(
        event -> {
          boolean failed = getItem().state() == RunState.FAILED;
          retry.setVisible(failed);
          List.of(up, down, start).forEach(item -> item.setVisible(!failed));
          boolean starts = getItem().state() == RunState.STARTING;
          menu.getItems().forEach(item -> item.setDisable(starts));
        });
    return menu;
  }

  private MenuItem queueItem(String words, Consumer<QueuedRun> action) {
    return item(words, () -> getItem().queued().map(QueuedPlace::run).ifPresent(action));
  }

  private void clicked(MouseEvent event) {
    boolean run = getItem() != null && getItem().isRun();
    if (!run || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    List<RunRow> rows = List.copyOf(getTableView().getItems());
    if (event.isShiftDown()) {
      model.checkBetween(anchor(rows), getIndex(), rows);
    } else if (event.isShortcutDown()) {
      model.toggle(getItem().folder());
    } else {
      open.accept(getItem());
    }
  }

  /** Where the last mark is, else this row. */
  private int anchor(List<RunRow> rows) {
    return model.checked().stream()
        .reduce((a, b) -> b)
        .flatMap(run -> rows.stream().filter(row -> row.folder().equals(run)).findFirst())
        .map(rows::indexOf)
        .orElse(getIndex());
  }

  private static MenuItem item(String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(event -> action.run());
    return item;
  }
}
