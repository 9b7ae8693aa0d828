package io.simmim.workbench.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.data.scene.SampleScene;
import io.simmim.workbench.masks.EngineModels;
import io.simmim.workbench.masks.ImageSource;
import io.simmim.workbench.masks.MasksViewModel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LearnViewModelTest {

  private static final Path DEMO = Path.of("demo.pth");

  private final List<String> told = new ArrayList<>();
  private final Queue<Runnable> models = new ArrayDeque<>();
  private final EngineModels engine = new EngineModels();
  private int asked;

  /** The thread of the models never comes round: a chosen checkpoint stays loading. */
  private MasksViewModel masks() {
    return new MasksViewModel(Runnable::run, models::add, Runnable::run, engine, told::add);
  }

  private LearnViewModel opened(Lesson lesson) {
    LearnViewModel model =
        new LearnViewModel(
            masks(),
            masks(),
            () -> {
              asked++;
              return Optional.of(DEMO);
            },
            lesson);
    model.begin();
    return model;
  }

  @Test
  void lessonsFollowEachOtherFromTheFirstToTheLast() {
    LearnViewModel model = opened(Lesson.HIDDEN);
    model.previous();
    assertEquals(Lesson.HIDDEN, model.lessonProperty().get());
    List<Lesson> seen = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      seen.add(model.lessonProperty().get());
      model.next();
    }
    assertEquals(List.of(Lesson.values()), seen.subList(0, 7));
    assertEquals(Lesson.FINETUNING, model.lessonProperty().get());
    model.previous();
    assertEquals(Lesson.TRAINING, model.lessonProperty().get());
  }

  @Test
  void everyLessonBeginsWithTheMaskThatItsWordsAreAbout() {
    LearnViewModel model = opened(Lesson.HIDDEN);
    model.picture().controls().chooseRatio(0.9);
    model.picture().controls().choosePatchSize(8);
    model.next();
    assertEquals(0.6, model.picture().controls().ratioProperty().get());
    assertEquals(32, model.picture().controls().patchSizeProperty().get());
    assertEquals(4, model.small().controls().patchSizeProperty().get());
  }

  @Test
  void bothSizesHideTheSameShareOfTheSamePicture() {
    LearnViewModel model = opened(Lesson.PATCH);
    model.picture().controls().chooseRatio(0.3);
    model.picture().controls().again();
    model.picture().open(new ImageSource.Drawn(SampleScene.FOREST));
    assertEquals(0.3, model.small().controls().ratioProperty().get());
    assertEquals(1, model.small().controls().seedProperty().get());
    assertEquals(
        model.picture().pictureProperty().get().orElseThrow().original(),
        model.small().pictureProperty().get().orElseThrow().original());
    double apart =
        model.small().numbersProperty().get().ratio()
            - model.picture().numbersProperty().get().ratio();
    assertTrue(Math.abs(apart) < 1 / 36.0, "both round up to whole patches");
  }

  @Test
  void aModelIsOpenedWhenALessonNeedsItAndOnlyOnce() {
    LearnViewModel model = opened(Lesson.HIDDEN);
    assertEquals(0, asked);
    model.lessonProperty().set(Lesson.DISTANCE);
    assertEquals(0, asked);
    assertTrue(models.isEmpty(), "the engine is left alone");
    model.lessonProperty().set(Lesson.RATIO);
    assertEquals(1, asked);
    assertEquals(Optional.of(DEMO), model.picture().first().stateProperty().get().file());
    model.picture().first().clear();
    model.lessonProperty().set(Lesson.HEAD);
    assertEquals(1, asked, "who did without it is not given it again");
    assertEquals(Optional.empty(), model.picture().first().stateProperty().get().file());
  }

  @Test
  void thePictureAtNineRatiosIsMadeForOneLessonOnly() {
    LearnViewModel model = opened(Lesson.HIDDEN);
    assertTrue(model.picture().film().framesProperty().get().isEmpty());
    model.lessonProperty().set(Lesson.RATIO);
    assertEquals(9, model.picture().film().framesProperty().get().size());
    assertTrue(model.small().film().framesProperty().get().isEmpty());
  }

  @Test
  void aLessonIsFoundByItsName() {
    assertEquals(Lesson.HEAD, Lesson.of("HEAD"));
    assertEquals(Lesson.HIDDEN, Lesson.of(""));
    assertTrue(told.isEmpty());
  }
}
