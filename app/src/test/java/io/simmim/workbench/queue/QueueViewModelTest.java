package io.simmim.workbench.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.queue.QueuedRun;
import io.simmim.core.queue.RunQueue;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.testing.QueueFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueViewModelTest {

  private static final String NAME = "simmim_pretrain__swin_demo";

  @TempDir Path output;

  private final QueueViewModel model = new QueueViewModel();

  @Test
  void saysWhoWaitsForWhatInWhichPlace() throws Exception {
    QueueFixture.write(output);
    look();
    assertEquals("3 runs wait for cpu, 1 for cuda:0", model.sentenceProperty().get());
    assertEquals(4, model.waitingProperty().get());
    assertEquals(
        Map.of(id("ratio-0.5"), 1, id("ratio-0.6"), 2, id("ratio-0.7"), 3, id("ratio-0.8"), 4),
        model.places());
    assertEquals(List.of(id("lost-photos")), model.failed().stream().map(QueuedRun::id).toList());
    assertFalse(model.idleProperty().get(), "somebody works on it");
    new RunQueue(output).pause();
    look();
    assertEquals("Paused: 3 runs wait for cpu, 1 for cuda:0", model.sentenceProperty().get());
  }

  @Test
  void nothingIsSaidOfAnEmptyQueueUnlessItIsPaused() throws Exception {
    look();
    assertEquals("", model.sentenceProperty().get());
    new RunQueue(output).pause();
    look();
    assertEquals("The queue is paused: what is added waits.", model.sentenceProperty().get());
  }

  @Test
  void knowsWhenNobodyWorksOnIt() throws Exception {
    QueueFixture.add(output, "a", "cpu");
    look();
    assertEquals("1 run waits for cpu", model.sentenceProperty().get());
    assertTrue(model.idleProperty().get());
    QueueFixture.claim(output);
    look();
    assertFalse(model.idleProperty().get());
  }

  @Test
  void aFolderCountsFromTheMomentThatARunIsToBeAdded() throws Exception {
    RunFolder a = RunFolder.of(output, NAME, "a");
    model.expect(List.of(a));
    assertEquals(Set.of(a), model.foldersProperty().get());
    look();
    assertEquals(Set.of(a), model.foldersProperty().get(), "it is not written yet");
    QueuedRun run = QueueFixture.add(output, "a", "cpu");
    look();
    model.expectNoMore(List.of(a));
    assertEquals(Set.of(a), model.foldersProperty().get());
    QueueFixture.fail(new RunQueue(output), run, "No.");
    look();
    assertEquals(Set.of(), model.foldersProperty().get(), "a failed one makes room");
  }

  @Test
  void theSelectedRunIsTheOneOfThatNameWhereverItMoves() throws Exception {
    QueueFixture.write(output);
    look();
    model.selectedProperty().set(id("ratio-0.7"));
    new RunQueue(output).move(id("ratio-0.7"), -2);
    look();
    assertEquals(1, model.places().get(id("ratio-0.7")));
    assertEquals("swin_demo / ratio-0.7", QueueWords.title(model.selected().orElseThrow()));
    new RunQueue(output).remove(id("ratio-0.7"));
    look();
    assertTrue(model.selected().isEmpty());
  }

  @Test
  void placesAreWordedAsPeopleDo() {
    assertEquals("1st of 3", QueueWords.place(1, 3));
    assertEquals("2nd of 3", QueueWords.place(2, 3));
    assertEquals("3rd of 3", QueueWords.place(3, 3));
    assertEquals("11th of 23", QueueWords.place(11, 23));
    assertEquals("23rd of 23", QueueWords.place(23, 23));
    assertEquals("112th of 120", QueueWords.place(112, 120));
    assertEquals("", QueueWords.count(0, true));
    assertEquals("2 waiting", QueueWords.count(2, false));
  }

  private void look() throws Exception {
    model.update(QueueState.read(output));
  }

  private static String id(String tag) {
    return NAME + "__" + tag;
  }
}
