package io.simmim.workbench.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.inspect.Inspection;
import io.simmim.workbench.checkpoint.ReconstructionWork.Outcome;
import io.simmim.workbench.testing.SmallCheckpoints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconstructionViewModelTest {

  private static final Path PICTURE = Path.of("photo.jpg");

  @TempDir Path folder;

  private final List<ReconstructionOrder> orders = new ArrayList<>();
  private final List<Consumer<Outcome>> receivers = new ArrayList<>();
  private final ReconstructionViewModel model =
      new ReconstructionViewModel(
          (order, done) -> {
            orders.add(order);
            receivers.add(done);
            return () -> {};
          });

  @BeforeEach
  void openACheckpoint() throws Exception {
    model.open(Inspection.of(SmallCheckpoints.pretraining(folder.resolve("a.pth"), 0)));
  }

  @Test
  void nothingIsFilledInBeforePicturesWereChosen() {
    model.start();
    assertTrue(orders.isEmpty());
  }

  @Test
  void picturesAreFilledInUnderTheMaskThatTheTrainingHad() {
    model.fill(List.of(PICTURE));
    assertTrue(model.runningProperty().get());
    assertEquals(
        new ReconstructionOrder(folder.resolve("a.pth"), List.of(PICTURE), 0.6, 0), orders.get(0));
    ReconstructedPicture result = new ReconstructedPicture(PICTURE, Path.of("f.png"), 0.4, 18);
    receivers.get(0).accept(new Outcome(List.of(result), "", ""));
    assertFalse(model.runningProperty().get());
    assertEquals(List.of(result), model.results());
  }

  @Test
  void anotherMaskOvertakesTheOneUnderWay() {
    model.fill(List.of(PICTURE));
    model.again();
    assertEquals(1, orders.get(1).seed());
    receivers.get(0).accept(new Outcome(List.of(), "too late", ""));
    assertTrue(model.runningProperty().get(), "the newest is still under way");
    assertEquals("", model.problemProperty().get());
  }

  @Test
  void aFailureIsToldAndTheNextTryForgetsIt() {
    model.fill(List.of(PICTURE));
    receivers.get(0).accept(new Outcome(List.of(), "The picture cannot be read.", "exit code 1"));
    assertEquals("The picture cannot be read.", model.problemProperty().get());
    model.start();
    assertEquals("", model.problemProperty().get());
  }
}
