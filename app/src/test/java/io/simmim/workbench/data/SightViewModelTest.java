package io.simmim.workbench.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.image.TransformStage;
import io.simmim.workbench.testing.SmallPhotos;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SightViewModelTest {

  @TempDir Path folder;

  private final List<Runnable> waiting = new ArrayList<>();
  private final SightViewModel model = new SightViewModel(waiting::add, Runnable::run);
  private final ExperimentConfig config =
      ExperimentConfig.defaults().with("DATA.IMG_SIZE", 64).with("DATA.BATCH_SIZE", 2);

  @BeforeEach
  void openThreePictures() throws Exception {
    SmallPhotos.write(folder, 3);
    model.take(Optional.of(config));
    model.show(Optional.of(folder), Optional.of(folder.resolve("photo1.png")));
  }

  private void runWaiting() {
    List<Runnable> now = List.copyOf(waiting);
    waiting.clear();
    now.forEach(Runnable::run);
  }

  private List<String> titles() {
    return model.stagesProperty().get().stream().map(TransformStage::title).toList();
  }

  @Test
  void followsThePictureThroughPretraining() {
    runWaiting();
    assertEquals(List.of("Decode", "Random crop", "Resize", "Flip", "Normalise", "Mask"), titles());
    List<TransformStage> first = model.stagesProperty().get();
    model.again();
    runWaiting();
    assertNotEquals(first, model.stagesProperty().get());
    model.back();
    runWaiting();
    assertEquals(first, model.stagesProperty().get(), "the same epoch gives the same picture");
  }

  @Test
  void fineTuningSaysThatItNeedsClasses() {
    model.byProperty().set(SeenBy.FINE_TUNING);
    runWaiting();
    assertTrue(titles().contains("Random erasing"), titles().toString());
    assertTrue(model.noteProperty().get().contains("classes are not known"));
  }

  @Test
  void onlyTheNewestRequestIsAnswered() {
    model.again();
    model.again();
    assertEquals(3, waiting.size());
    List<Runnable> stale = List.copyOf(waiting.subList(0, 2));
    stale.forEach(Runnable::run);
    assertEquals(List.of(), titles());
    waiting.get(2).run();
    assertEquals(6, titles().size());
  }

  @Test
  void aConfigurationThatDoesNotFitIsToldInsteadOfPictures() {
    model.take(Optional.of(config.with("DATA.MASK_PATCH_SIZE", 48)));
    runWaiting();
    assertEquals(List.of(), titles());
    assertTrue(model.faultProperty().get().contains("does not fit"), model.faultProperty().get());
    model.take(Optional.empty());
    assertTrue(model.faultProperty().get().contains("has faults"));
  }

  @Test
  void aPictureThatCannotBeReadIsToldInOneSentence() throws Exception {
    Path text = folder.resolve("photo9.png");
    java.nio.file.Files.writeString(text, "no picture");
    model.show(Optional.of(folder), Optional.of(text));
    runWaiting();
    assertTrue(model.faultProperty().get().contains("is not a picture that can be read"));
  }
}
