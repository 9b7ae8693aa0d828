package io.simmim.workbench.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.survey.ClassCount;
import io.simmim.core.survey.FileProblem;
import io.simmim.core.survey.FolderReport;
import io.simmim.workbench.testing.SmallPhotos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataPageViewModelTest {

  @TempDir Path folder;

  private final List<Runnable> waiting = new ArrayList<>();
  private final DataPageViewModel model =
      new DataPageViewModel(
          waiting::add, Runnable::run, () -> ExperimentConfig.defaults().with("DATA.IMG_SIZE", 64));

  private void runWaiting() {
    List<Runnable> now = List.copyOf(waiting);
    waiting.clear();
    now.forEach(Runnable::run);
  }

  private FolderReport report() {
    return model.stateProperty().get().report().orElseThrow();
  }

  @Test
  void looksThroughAFolderAndChoosesItsFirstPicture() throws Exception {
    SmallPhotos.write(folder, 3);
    Files.writeString(folder.resolve("text.jpg"), "no picture");
    model.open(folder);
    assertTrue(model.stateProperty().get().busy());
    runWaiting();
    assertFalse(model.stateProperty().get().busy());
    assertEquals(4, report().images());
    assertEquals(1, report().count(FileProblem.Kind.REFUSED));
    assertEquals(3, report().small(), "of 40 px, below the configuration's 64");
    assertEquals(4, model.picturesProperty().get().size());
    assertEquals(Optional.of(folder.resolve("photo0.png")), model.selectedProperty().get());
  }

  @Test
  void theFirstPictureShownIsOneThatCanBeRead() throws Exception {
    SmallPhotos.write(folder, 2);
    Files.createFile(folder.resolve("a-broken.jpg"));
    model.open(folder);
    runWaiting();
    assertEquals(Optional.of(folder.resolve("photo0.png")), model.selectedProperty().get());
  }

  @Test
  void aClassIsShownAloneAndAllAgain() throws Exception {
    SmallPhotos.write(folder.resolve("train/ant"), 2);
    SmallPhotos.write(folder.resolve("train/bee"), 3);
    SmallPhotos.write(folder.resolve("val/bee"), 1);
    model.open(folder);
    runWaiting();
    ClassCount bee = report().classes().get(1);
    assertEquals(new ClassCount("bee", 3, 1), bee);
    model.toggleClass(bee);
    assertEquals(4, model.picturesProperty().get().size());
    model.toggleClass(bee);
    assertEquals(6, model.picturesProperty().get().size());
  }

  @Test
  void whatIsFoundInAFolderThatWasLeftIsDropped() throws Exception {
    Path first = SmallPhotos.write(folder.resolve("first"), 1);
    Path second = SmallPhotos.write(folder.resolve("second"), 2);
    model.open(first);
    model.open(second);
    runWaiting();
    assertEquals(2, report().images());
    assertEquals(Optional.of(second), model.stateProperty().get().folder());
  }

  @Test
  void givingUpKeepsWhatIsKnown() throws Exception {
    SmallPhotos.write(folder, 2);
    model.open(folder);
    runWaiting();
    model.checkEveryFile();
    assertTrue(model.stateProperty().get().busy());
    model.cancel();
    runWaiting();
    assertTrue(model.stateProperty().get().stopped());
    assertFalse(model.stateProperty().get().busy());
    assertEquals(2, report().images());
  }

  @Test
  void checkingEveryFileFindsDamageThatHeadsDoNotShow() throws Exception {
    SmallPhotos.write(folder, 1);
    Path file = folder.resolve("photo0.png");
    byte[] bytes = Files.readAllBytes(file);
    for (int i = bytes.length / 2; i < bytes.length / 2 + 100; i++) {
      bytes[i] = 7;
    }
    Files.write(file, bytes);
    model.open(folder);
    runWaiting();
    assertEquals(0, report().count(FileProblem.Kind.REFUSED));
    model.checkEveryFile();
    runWaiting();
    assertEquals(1, report().count(FileProblem.Kind.REFUSED));
    assertTrue(model.stateProperty().get().everything());
  }

  @Test
  void aFolderWithoutImagesIsRefusedInOneSentence() {
    model.open(folder.resolve("missing"));
    runWaiting();
    assertTrue(model.stateProperty().get().fault().contains("does not exist"));
    assertTrue(model.stateProperty().get().report().isEmpty());
  }
}
