package io.simmim.workbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.run.Estimate;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.testing.Estimates;
import io.simmim.workbench.testing.ExperimentFixture;
import io.simmim.workbench.testing.SmallPhotos;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureViewModelTest {

  @TempDir Path folder;

  private final List<EstimateOrder> orders = new ArrayList<>();
  private final Estimate estimate = Estimates.of(0.02, 1L << 30);
  private ExperimentViewModel experiment;
  private MeasureViewModel model;
  private EstimateWork.Listener working;
  private int stops;

  @BeforeEach
  void setUp() throws Exception {
    experiment = ExperimentFixture.open(folder, ExperimentFixture.TINY);
    model =
        new MeasureViewModel(
            experiment,
            (order, output, listener) -> {
              orders.add(order);
              working = listener;
              return () -> stops++;
            });
  }

  private MeasureState state() {
    return model.stateProperty().get();
  }

  private void chooseImages() throws Exception {
    Path photos = SmallPhotos.write(folder.resolve("p"), 9);
    experiment.data().folderProperty().set(photos.toString());
  }

  @Test
  void withoutImagesNothingIsMeasured() throws Exception {
    assertFalse(state().possible());
    model.measure();
    assertEquals(List.of(), orders);
    chooseImages();
    assertTrue(state().possible());
    experiment.document().set("DATA.BATCH_SIZE", "10");
    assertFalse(state().possible(), "they do not fill a batch");
    experiment.stageProperty().set(RunStage.THROUGHPUT);
    assertFalse(state().possible(), "nothing is trained");
  }

  @Test
  void showsHowFarItIsAndThenWhatWasMeasured() throws Exception {
    chooseImages();
    model.measure();
    model.measure();
    assertEquals(1, orders.size(), "one at a time");
    assertEquals(9, orders.get(0).images());
    assertTrue(state().running());
    working.progress("measuring steps", 0.5);
    assertEquals("measuring steps", state().task());
    assertEquals(0.5, state().share());
    working.done(Optional.of(estimate), "");
    assertFalse(state().running());
    assertEquals(Optional.of(estimate), state().estimate());
    assertFalse(state().foreign());
  }

  @Test
  void whatWasMeasuredForAnotherConfigurationIsMarkedAndComesBackWithIt() throws Exception {
    chooseImages();
    model.measure();
    working.done(Optional.of(estimate), "");
    experiment.document().set("DATA.BATCH_SIZE", "2");
    assertTrue(state().foreign());
    assertEquals(Optional.of(estimate), state().estimate());
    experiment.document().undo();
    assertFalse(state().foreign());
    experiment.launch().deviceProperty().set("cuda:0");
    assertTrue(state().foreign());
    experiment.stageProperty().set(RunStage.FINETUNE);
    assertEquals(Optional.empty(), state().estimate(), "another stage has nothing to do with it");
  }

  @Test
  void whatIsChangedMeanwhileIsNotWhatWasMeasured() throws Exception {
    chooseImages();
    model.measure();
    experiment.document().set("DATA.BATCH_SIZE", "2");
    assertTrue(state().running());
    working.done(Optional.of(estimate), "");
    assertTrue(state().foreign());
  }

  @Test
  void aFailureIsASentenceUntilSomethingChanges() throws Exception {
    chooseImages();
    model.measure();
    working.done(Optional.empty(), "The memory of this machine is not enough.");
    assertEquals("The memory of this machine is not enough.", state().problem());
    experiment.document().set("DATA.BATCH_SIZE", "2");
    assertEquals("", state().problem());
  }

  @Test
  void canBeGivenUp() throws Exception {
    chooseImages();
    model.measure();
    model.cancel();
    assertEquals(1, stops);
    assertFalse(state().running());
    model.measure();
    assertEquals(2, orders.size());
  }

  @Test
  void theRowsSayTimeMemoryAndDiskAndTheRemarkWhatToDo() {
    assertEquals(
        List.of("2.0 s", "1 min 02 s", "1.5 GiB / 16.0 GiB  (9 %)", "300 MB / 1.1 GB free"),
        EstimateRows.of(estimate).stream().map(Plan.Row::value).toList());
    assertEquals("", EstimateRows.remark(estimate));
    assertTrue(EstimateRows.remark(Estimates.of(0.8, 1L << 30)).startsWith("80 % of the time"));
    assertTrue(EstimateRows.remark(Estimates.of(0.8, 1000)).startsWith("The disk"));
  }
}
