package io.simmim.workbench.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.data.scene.SampleScene;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.image.Normalization;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.reconstruct.HeadShape;
import io.simmim.core.reconstruct.Reconstruction;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class MasksViewModelTest {

  private static final Path FIRST = Path.of("run", "ckpt_epoch_9.pth");
  private static final ImageSource SEA = new ImageSource.Drawn(SampleScene.SUNSET_SEA);
  private static final ImageSource FOREST = new ImageSource.Drawn(SampleScene.FOREST);

  /** What the thread of the models has to do, in order. */
  private final Queue<Runnable> models = new ArrayDeque<>();

  private final List<String> told = new ArrayList<>();
  private final List<PatchMask> filledIn = new ArrayList<>();
  private Geometry geometry = new Geometry(96, 4);
  private int open;
  private final MasksViewModel model =
      new MasksViewModel(Runnable::run, models::add, Runnable::run, this::load, told::add, 1);

  /** Predicts black, whatever it is shown. */
  private Model load(Path file) throws SimMimException {
    if (file.toString().contains("broken")) {
      throw new CheckpointException("It is damaged; use another copy of it.");
    }
    if (file.toString().contains("too-large")) {
      throw new IllegalStateException("out of memory");
    }
    if (file.toString().contains("cut-short")) {
      throw new InternalError("a fault in an unsafe memory access");
    }
    Geometry own = geometry;
    open++;
    return new Model() {
      @Override
      public Geometry geometry() {
        return own;
      }

      @Override
      public HeadShape head() {
        return new HeadShape(3, 32, 3);
      }

      @Override
      public float[] feature(RgbImage image, PatchMask mask, int row, int column) {
        return new float[] {row, column, (float) mask.ratio()};
      }

      @Override
      public List<String> remarks() {
        return List.of("said of " + file.getFileName());
      }

      @Override
      public Reconstruction reconstruct(RgbImage image, PatchMask mask) {
        assertEquals(own.imgSize(), image.width());
        assertEquals(own.grid(), mask.width());
        filledIn.add(mask);
        FloatBuffer pixels = FloatBuffer.allocate(image.rgb().length);
        Normalization.IMAGENET.write(image, pixels);
        return new Reconstruction(
            image.width(), pixels.array(), mask, new float[image.rgb().length], mask.ratio());
      }

      @Override
      public void close() {
        open--;
      }
    };
  }

  @Test
  void withoutAModelThePictureIsMaskedAtOnce() {
    model.open(SEA);
    MaskedPicture picture = model.pictureProperty().get().orElseThrow();
    assertEquals(192, picture.original().width());
    model.controls().chooseRatio(0.9);
    MaskedPicture now = model.pictureProperty().get().orElseThrow();
    assertSame(picture.original(), now.original());
    assertEquals(33, model.numbersProperty().get().hidden());
    assertEquals(model.controls().maskProperty().get(), now.mask());
    assertTrue(models.isEmpty(), "nothing is asked of an engine");
    assertEquals(5, model.curvesProperty().get().size());
    assertEquals(9, model.film().framesProperty().get().size());
  }

  @Test
  void onlyTheNewestOfManyMasksIsFilledIn() {
    openWithModel();
    filledIn.clear();
    model.controls().chooseRatio(0.3);
    model.controls().chooseRatio(0.4);
    model.controls().chooseRatio(0.5);
    work();
    assertEquals(List.of(model.controls().maskProperty().get()), filledIn);
    assertEquals(model.controls().maskProperty().get().ratio(), loss(model.first()));
  }

  @Test
  void whatWasMadeOfAnotherPictureIsNotShown() {
    openWithModel();
    model.controls().chooseRatio(0.3);
    Runnable late = models.remove();
    model.open(FOREST);
    assertEquals(Optional.empty(), model.first().filledProperty().get());
    late.run();
    work();
    RgbImage shown = model.first().filledProperty().get().orElseThrow().panels().original();
    assertEquals(FOREST.name(), model.sourceProperty().get().orElseThrow().name());
    assertEquals(model.pictureProperty().get().orElseThrow().original(), shown);
  }

  @Test
  void theLargePictureWaitsForNoMoreThanOneFrameOfTheStrip() {
    openWithModel();
    model.controls().again();
    while (models.size() > 1) {
      models.remove().run();
    }
    model.controls().chooseRatio(0.2);
    filledIn.clear();
    models.remove().run();
    models.remove().run();
    assertTrue(filledIn.contains(model.controls().maskProperty().get()));
  }

  @Test
  void theStripIsFilledInFrameByFrame() {
    openWithModel();
    for (FilmFrame frame : model.film().framesProperty().get()) {
      assertTrue(frame.filled().isPresent());
      assertEquals(96, frame.picture().original().width());
      assertEquals(frame.picture().mask().ratio(), frame.filled().get().loss());
    }
  }

  @Test
  void aModelBringsItsPictureSizeAndGivesItsPlaceToTheNext() {
    openWithModel();
    assertEquals(96, model.pictureProperty().get().orElseThrow().original().width());
    geometry = new Geometry(64, 16);
    model.first().open(FIRST);
    assertTrue(model.first().stateProperty().get().isLoading());
    work();
    assertEquals(64, model.pictureProperty().get().orElseThrow().original().width());
    assertEquals(4, model.controls().maskProperty().get().width());
    assertEquals(1, open, "the model before is closed");
    model.first().clear();
    work();
    assertEquals(0, open);
    assertEquals(2, StagePanel.of(model).size(), "masked and original");
    assertEquals(192, model.pictureProperty().get().orElseThrow().original().width());
  }

  @Test
  void givingUpALoadingShowsNothingOfIt() {
    model.open(SEA);
    model.first().open(FIRST);
    model.first().clear();
    work();
    assertEquals(0, open);
    assertEquals(ModelState.NONE, model.first().stateProperty().get());
    assertEquals(192, model.controls().geometryProperty().get().imgSize());
  }

  @Test
  void aBrokenCheckpointIsToldAndThePageGoesOn() {
    model.open(SEA);
    model.first().open(Path.of("broken.pth"));
    work();
    assertEquals(List.of("It is damaged; use another copy of it."), told);
    assertFalse(model.first().stateProperty().get().isReady());
    model.controls().chooseRatio(0.5);
    assertEquals(18, model.numbersProperty().get().hidden());
  }

  @Test
  void whatTheEngineCannotHoldEndsInASentenceToo() {
    model.first().open(Path.of("too-large.pth"));
    work();
    assertFalse(model.first().stateProperty().get().isLoading());
    assertTrue(told.get(0).contains("too-large.pth' cannot be built (out of memory)"), told.get(0));
  }

  @Test
  void aFileThatIsCutShortMeanwhileEndsInASentenceToo() {
    model.first().open(Path.of("cut-short.pth"));
    work();
    assertFalse(model.first().stateProperty().get().isLoading());
    assertTrue(told.get(0).contains("cut-short.pth' cannot be built"), told.get(0));
  }

  @Test
  void whatLoadingSaidIsKnown() {
    openWithModel();
    assertEquals(
        List.of("said of " + FIRST.getFileName()), model.first().stateProperty().get().remarks());
  }

  @Test
  void twoModelsFillInTheSameMaskOnTheirOwnPatches() {
    openWithModel();
    geometry = new Geometry(96, 16);
    model.second().open(FIRST);
    work();
    assertEquals(new Geometry(96, 16), model.controls().geometryProperty().get());
    filledIn.clear();
    model.controls().chooseRatio(0.4);
    work();
    assertEquals(2, filledIn.size());
    assertEquals(filledIn.get(0), filledIn.get(1).refined(4));
    assertEquals(4, StagePanel.of(model).size());
  }

  @Test
  void aSecondModelOfAnotherPictureSizeIsRefused() {
    openWithModel();
    geometry = new Geometry(64, 4);
    model.second().open(FIRST);
    work();
    assertTrue(told.get(0).contains("96 px"), told.get(0));
    assertEquals(1, open);
    assertEquals(96, model.controls().geometryProperty().get().imgSize());
  }

  @Test
  void ofManyPicturesOnlyTheLastOneArrives() {
    Queue<Runnable> background = new ArrayDeque<>();
    MasksViewModel slow =
        new MasksViewModel(background::add, models::add, Runnable::run, this::load, told::add, 1);
    slow.open(FOREST);
    slow.open(SEA);
    assertEquals("Sunset sea", slow.readingProperty().get());
    background.forEach(Runnable::run);
    background.clear();
    assertEquals(SEA, slow.sourceProperty().get().orElseThrow());
    assertEquals("", slow.readingProperty().get());
    slow.open(FOREST);
    slow.giveUpReading();
    background.forEach(Runnable::run);
    assertEquals(SEA, slow.sourceProperty().get().orElseThrow());
  }

  @Test
  void aPictureThatCannotBeReadIsToldAndTheLastOneStays() {
    model.open(SEA);
    model.open(new ImageSource.File(Path.of("there-is-none.jpg")));
    assertEquals(1, told.size());
    assertTrue(told.get(0).contains("there-is-none.jpg"));
    assertEquals(SEA, model.sourceProperty().get().orElseThrow());
  }

  @Test
  void theDividerLiesBetweenTheMaskAndTheReconstruction() {
    openWithModel();
    model.modeProperty().set(StageMode.DIVIDER);
    StagePanel panel = StagePanel.of(model).get(0);
    MaskedPicture picture = model.pictureProperty().get().orElseThrow();
    assertEquals(picture.masked(), panel.flattened(1));
    assertEquals(
        model.first().filledProperty().get().orElseThrow().panels().combined(), panel.flattened(0));
    model.keepVisibleProperty().set(false);
    assertNotEquals(panel.flattened(0), StagePanel.of(model).get(0).flattened(0));
  }

  @Test
  void whatIsSavedIsLargeEnoughForASlideAndTheFigureHasARowForEachRatio() {
    openWithModel();
    RgbImage view = MasksExport.view(model, 0.5);
    assertEquals(384, view.height());
    assertEquals(3 * 384 + 2 * 4, view.width());
    RgbImage figure = MasksExport.figure(model.film().framesProperty().get());
    assertEquals(5 * 96 + 4 * 4, figure.width());
    assertEquals(9 * 96 + 8 * 4, figure.height());
  }

  private void openWithModel() {
    model.open(SEA);
    model.first().open(FIRST);
    work();
    assertEquals(List.of(), told);
    assertTrue(model.first().filledProperty().get().isPresent());
  }

  private void work() {
    while (!models.isEmpty()) {
      models.remove().run();
    }
  }

  private static double loss(ModelSlot slot) {
    return slot.filledProperty().get().orElseThrow().loss();
  }
}
