package io.simmim.workbench.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.workbench.masks.EngineModels;
import io.simmim.workbench.masks.ImageSource;
import io.simmim.workbench.masks.MasksViewModel;
import io.simmim.workbench.testing.RandomCheckpoints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadViewModelTest {

  @TempDir Path folder;

  private final List<String> told = new ArrayList<>();
  private final MasksViewModel picture =
      new MasksViewModel(
          Runnable::run, Runnable::run, Runnable::run, new EngineModels(), told::add);
  private final HeadViewModel model = new HeadViewModel(picture);

  private void fill() throws Exception {
    Path file = RandomCheckpoints.write(folder.resolve("ckpt_epoch_4.pth"), 1);
    picture.filmedProperty().set(false);
    picture.open(ImageSource.of(""));
    picture.first().open(file);
    picture.controls().choosePatchSize(32);
    picture.controls().chooseRatio(0.5);
  }

  private PredictedSquare square() {
    return model.squareProperty().get().orElseThrow();
  }

  @Test
  void theSquaresTogetherMakeTheLoss() throws Exception {
    fill();
    assertEquals(Optional.empty(), model.squareProperty().get(), "nobody looks");
    model.setShown(true);
    double sum = 0;
    int hidden = 0;
    for (int row = 0; row < 64; row += 32) {
      for (int column = 0; column < 64; column += 32) {
        model.chooseAt(row + 5, column + 31);
        OptionalDouble l1 = square().l1();
        assertEquals(row / 32, square().row());
        assertEquals(column / 32, square().column());
        sum += l1.orElse(0);
        hidden += l1.isPresent() ? 1 : 0;
      }
    }
    assertEquals(2, hidden, "half of four");
    assertEquals(picture.first().filledProperty().get().orElseThrow().loss(), sum / 2, 1e-4);
    assertTrue(told.isEmpty(), told.toString());
  }

  @Test
  void theNextSquareIsHiddenAndHasAFeatureVector() throws Exception {
    fill();
    model.setShown(true);
    PredictedSquare first = square();
    assertTrue(first.l1().isPresent(), "a hidden one is chosen by itself");
    assertEquals(64, model.featureProperty().get().orElseThrow().values().length);
    assertEquals(64, first.head().features());
    model.next();
    assertTrue(square().l1().isPresent());
    assertTrue(square().row() != first.row() || square().column() != first.column());
    model.next();
    assertEquals(List.of(first.row(), first.column()), List.of(square().row(), square().column()));
    assertTrue(first.readout(3, 4).startsWith("row 3, column 4\nred "), first.readout(3, 4));
    assertEquals(32, first.predicted().width());
  }

  @Test
  void aNewMaskLeavesTheChoiceOfTheProgramOnAHiddenSquare() throws Exception {
    fill();
    model.setShown(true);
    for (int i = 0; i < 8; i++) {
      picture.controls().again();
      assertTrue(square().l1().isPresent(), "mask " + i);
    }
  }

  @Test
  void numbersAreLaidOutInFullRows() {
    assertEquals(16, HeadDiagram.rows(384));
    assertEquals(1, HeadDiagram.rows(7));
    assertEquals(12, HeadDiagram.rows(192));
  }
}
