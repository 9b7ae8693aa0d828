package io.simmim.workbench.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.workbench.testing.SmallCheckpoints;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenFileViewModelTest {

  @TempDir Path folder;

  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final List<List<Path>> remembered = new ArrayList<>();
  private final OpenFileViewModel model =
      new OpenFileViewModel(
          waiting::add, Runnable::run, new RecentFiles(List.of(), remembered::add));

  @Test
  void aFileIsLookedIntoInTheBackgroundAndRemembered() throws Exception {
    Path file = SmallCheckpoints.pretraining(folder.resolve("a.pth"), 3);
    model.open(file);
    assertEquals(new OpenState.Opening(file), model.stateProperty().get());
    assertTrue(model.recent().files().isEmpty(), "not yet known to be one");
    waiting.remove().run();
    assertInstanceOf(OpenState.Opened.class, model.stateProperty().get());
    assertEquals(List.of(file), model.recent().files());
    assertEquals(List.of(List.of(file)), remembered);
  }

  @Test
  void theNewestFileWinsWhicheverIsReadFirst() throws Exception {
    Path first = SmallCheckpoints.pretraining(folder.resolve("first.pth"), 1);
    Path second = SmallCheckpoints.pretraining(folder.resolve("second.pth"), 2);
    model.open(first);
    model.open(second);
    waiting.removeLast().run();
    waiting.remove().run();
    assertEquals(second, shown());
    assertEquals(List.of(second), model.recent().files());
  }

  @Test
  void cancellingShowsAgainWhatWasThereBefore() throws Exception {
    model.open(SmallCheckpoints.pretraining(folder.resolve("first.pth"), 1));
    waiting.remove().run();
    model.open(SmallCheckpoints.pretraining(folder.resolve("second.pth"), 2));
    model.cancel();
    waiting.remove().run();
    assertEquals(folder.resolve("first.pth"), shown());
  }

  @Test
  void aDamagedFileIsASentenceAndStaysInTheList() throws Exception {
    Path whole = SmallCheckpoints.pretraining(folder.resolve("a.pth"), 0);
    model.open(whole);
    waiting.remove().run();
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(whole, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    model.reload();
    waiting.remove().run();
    OpenState.Refused refused =
        assertInstanceOf(OpenState.Refused.class, model.stateProperty().get());
    assertTrue(refused.sentence().contains("damaged"), refused.sentence());
    assertFalse(refused.sentence().contains("Exception"), refused.sentence());
    assertEquals(List.of(whole), model.recent().files());
  }

  @Test
  void aFileThatIsGoneLeavesTheList() throws Exception {
    Path file = SmallCheckpoints.pretraining(folder.resolve("a.pth"), 0);
    model.open(file);
    waiting.remove().run();
    Files.delete(file);
    model.open(file);
    waiting.remove().run();
    assertInstanceOf(OpenState.Refused.class, model.stateProperty().get());
    assertTrue(model.recent().files().isEmpty());
  }

  @Test
  void whatWaitsForAFileIsDoneOnceAndOnlyWithThatFile() throws Exception {
    List<Path> seen = new ArrayList<>();
    model.open(SmallCheckpoints.pretraining(folder.resolve("a.pth"), 0));
    model.whenOpened(opened -> seen.add(opened.file().path()));
    Path other = SmallCheckpoints.pretraining(folder.resolve("b.pth"), 0);
    model.open(other);
    waiting.remove().run();
    waiting.remove().run();
    assertTrue(seen.isEmpty(), "another file was asked for meanwhile");
    model.whenOpened(opened -> seen.add(opened.file().path()));
    assertEquals(List.of(other), seen);
  }

  private Path shown() {
    return model.stateProperty().get().content().orElseThrow().file().path();
  }
}
