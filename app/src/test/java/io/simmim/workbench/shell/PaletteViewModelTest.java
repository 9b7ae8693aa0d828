package io.simmim.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {

  private final List<String> done = new ArrayList<>();
  private final List<Command> commands =
      new ArrayList<>(
          List.of(
              key("Go to Runs", "Shortcut+3", null),
              key("Launch", "Shortcut+L", PageId.EXPERIMENT),
              key("Filter runs", "Shortcut+F", PageId.RUNS),
              Command.of("Open run swin_demo / first", "Runs", () -> done.add("open first"))));
  private final PaletteViewModel palette =
      new PaletteViewModel(() -> commands, page -> done.add("page " + page));

  @Test
  void opensWithEverythingInTheOrderOfTheKeys() {
    palette.toggle();
    assertTrue(palette.openProperty().get());
    assertEquals(
        List.of("Go to Runs", "Launch", "Filter runs", "Open run swin_demo / first"), titles());
    assertEquals(0, palette.selectedProperty().get());
    Command launch = palette.hits().get(1).command();
    assertEquals("Experiment", launch.place());
    assertEquals("Ctrl+L", launch.keys());
  }

  @Test
  void anActionOfAnotherPageFirstGoesThere() {
    palette.toggle();
    palette.queryProperty().set("lau");
    palette.run();
    assertEquals(List.of("page EXPERIMENT", "Launch"), done);
    assertFalse(palette.openProperty().get());
  }

  @Test
  void theSelectionMovesAroundTheList() {
    palette.toggle();
    palette.move(-1);
    assertEquals(3, palette.selectedProperty().get());
    palette.move(1);
    palette.move(1);
    assertEquals(1, palette.selectedProperty().get());
    palette.queryProperty().set("run");
    assertEquals(0, palette.selectedProperty().get(), "the best of the new hits");
  }

  @Test
  void titlesComeBeforePlacesAndBothAreSearched() {
    palette.toggle();
    palette.queryProperty().set("experiment");
    assertEquals(List.of("Launch"), titles());
    palette.queryProperty().set("first open");
    assertEquals(List.of("Open run swin_demo / first"), titles());
    palette.run();
    assertEquals(List.of("open first"), done);
  }

  @Test
  void nothingFoundDoesNothing() {
    palette.toggle();
    palette.queryProperty().set("zzz");
    assertEquals(-1, palette.selectedProperty().get());
    palette.move(1);
    palette.run();
    assertTrue(done.isEmpty());
    assertTrue(palette.openProperty().get(), "stays to be corrected");
  }

  @Test
  void openingAgainAsksForWhatThereIsNow() {
    palette.toggle();
    palette.queryProperty().set("launch");
    palette.toggle();
    commands.add(Command.of("Open run swin_demo / second", "Runs", () -> {}));
    palette.toggle();
    assertEquals("", palette.queryProperty().get());
    assertEquals(5, palette.hits().size());
  }

  private List<String> titles() {
    return palette.hits().stream().map(hit -> hit.command().title()).toList();
  }

  private Command key(String title, String key, PageId page) {
    Runnable action = () -> done.add(title);
    return Command.of(
        page == null
            ? Shortcut.everywhere(key, title, action)
            : Shortcut.on(page, key, title, action));
  }
}
