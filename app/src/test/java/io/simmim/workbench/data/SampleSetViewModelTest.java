package io.simmim.workbench.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleSetViewModelTest {

  @TempDir Path folder;

  private final List<Path> done = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  @Test
  void drawsASetAndSaysSo() throws Exception {
    SampleSetViewModel model = new SampleSetViewModel(Runnable::run, Runnable::run);
    model.draw(folder, 1, done::add, faults::add);
    assertEquals(List.of(folder), done);
    assertFalse(model.busyProperty().get());
    assertEquals(1, model.progressProperty().get());
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(11, files.filter(file -> file.toString().endsWith(".jpg")).count());
    }
  }

  @Test
  void aFolderWithOtherThingsIsRefused() throws Exception {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    SampleSetViewModel model = new SampleSetViewModel(Runnable::run, Runnable::run);
    model.draw(folder, 1, done::add, faults::add);
    assertTrue(faults.get(0).contains("is not empty"), faults.toString());
    assertFalse(model.busyProperty().get());
  }

  @Test
  void givenUpBeforeItBeginsNothingIsDrawn() {
    List<Runnable> waiting = new ArrayList<>();
    SampleSetViewModel model = new SampleSetViewModel(waiting::add, Runnable::run);
    model.draw(folder, 1, done::add, faults::add);
    assertTrue(model.busyProperty().get());
    model.cancel();
    waiting.forEach(Runnable::run);
    assertFalse(model.busyProperty().get());
    assertEquals(List.of(), done);
  }
}
