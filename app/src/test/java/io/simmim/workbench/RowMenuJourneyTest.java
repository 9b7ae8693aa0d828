package io.simmim.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.runs.RunRow;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.testing.QueueFixture;
import io.simmim.workbench.testing.RunFixture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.event.Event;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** What the right button offers on a line of the table of runs. */
class RowMenuJourneyTest extends WindowJourney {

  @Test
  void runsAndWaitingRunsHaveMenusOfTheirOwn() throws Exception {
    Path output = places().defaultRuns();
    try (RunFixture run = new RunFixture(output, "swin", "done", Instant.now())) {
      run.epochs(0, 1).end(RunEvent.Outcome.FINISHED, "done");
    }
    QueueFixture.write(output);
    openWindow();
    onFx(() -> workbench.shell().open(PageId.RUNS));
    waitFor(() -> row(true) != null && row(false) != null);

    assertEquals(List.of("Open", "Mark to compare", "Pin as baseline"), menu(row(true)));
    assertEquals("Move up", menu(row(false)).get(0));
    assertEquals("Open", menu(row(true)).get(0), "again, after another menu");
  }

  private TableRow<?> row(boolean run) {
    return stage.getScene().getRoot().lookupAll("#runs-table .table-row-cell").stream()
        .map(node -> (TableRow<?>) node)
        .filter(row -> row.getItem() instanceof RunRow item && item.queued().isEmpty() == run)
        .findFirst()
        .orElse(null);
  }

  private List<String> menu(TableRow<?> row) throws Exception {
    onFx(
        () ->
            Event.fireEvent(
                row,
                new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 100, 100, false, null)));
    waitFor(() -> shown() != null);
    List<String> words =
        shown().getItems().stream().filter(MenuItem::isVisible).map(MenuItem::getText).toList();
    onFx(() -> shown().hide());
    return words;
  }

  private static ContextMenu shown() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .findFirst()
        .orElse(null);
  }
}
