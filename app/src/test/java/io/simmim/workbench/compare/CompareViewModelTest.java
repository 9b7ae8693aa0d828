package io.simmim.workbench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.FlatConfig;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.chart.Curve;
import io.simmim.workbench.runs.RunFollower;
import io.simmim.workbench.runs.XAxis;
import io.simmim.workbench.testing.RunFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareViewModelTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path output;

  private final CompareViewModel model =
      new CompareViewModel(Runnable::run, Runnable::run, new SimpleObjectProperty<>());
  private ComparedRun a;
  private ComparedRun b;

  @BeforeEach
  void compareTwoRuns() throws Exception {
    a = run("a", 10, 0, "0.6");
    b = run("b", 20, 1, "0.4");
    model.open();
    model.update(List.of(a, b));
  }

  private ComparedRun run(String tag, int epochs, int slot, String ratio) throws Exception {
    try (RunFixture run = new RunFixture(output, "swin", tag, START)) {
      run.epochs(0, epochs).end(RunEvent.Outcome.FINISHED, "done");
      RunFolder folder = run.folder();
      Files.writeString(
          folder.config(),
          "TAG: %s\nDATA: {MASK_RATIO: %s, IMG_SIZE: 96}\nTRAIN: {BASE_LR: %s}\n"
              .formatted(tag, ratio, slot == 0 ? "1.0e-4" : "0.0001"));
      return new ComparedRun(
          new RunFollower(folder).poll(START).orElseThrow(),
          tag,
          slot,
          FlatConfig.of(Files.readString(folder.config())),
          slot);
    }
  }

  private List<Curve> loss() {
    return model.curvesProperty().get().charts().get(CompareMetric.LOSS);
  }

  @Test
  void everyRunHasACurveOfItsColourInEveryChart() {
    List<Curve> strong = loss().stream().filter(c -> c.tone() == Curve.Tone.STRONG).toList();
    assertEquals(List.of("a", "b"), strong.stream().map(Curve::name).toList());
    assertEquals(List.of(0, 1), strong.stream().map(Curve::slot).toList());
    assertEquals(4, model.curvesProperty().get().charts().size());
    assertEquals(10 * RunFixture.STEPS, strong.get(0).series().size());
  }

  @Test
  void aHiddenRunIsNotDrawnAndKeepsItsColour() {
    model.toggle(a.folder());
    assertTrue(loss().stream().allMatch(c -> c.name().equals("b") && c.slot() == 1));
    model.toggle(a.folder());
    assertEquals(4, loss().size(), "two raw and two smoothed");
  }

  @Test
  void curvesAreDrawnOverEpochsWhenAsked() {
    model.axisProperty().set(XAxis.EPOCH);
    assertEquals(20, loss().get(3).series().lastX());
  }

  @Test
  void onlyKeysWithAnotherValueAreDifferences() {
    assertEquals(
        List.of(new ConfigDifference("DATA.MASK_RATIO", List.of("0.6", "0.4"))),
        model.differencesProperty().get());
  }

  @Test
  void theBaselineIsWhatOthersDifferFrom() {
    model.pin(a.folder());
    double base = model.baselineNumbers().orElseThrow().bestLoss().orElseThrow();
    double other = model.numbersProperty().get().get(1).bestLoss().orElseThrow();
    assertEquals(a.folder(), model.baselineNumbers().orElseThrow().run().folder());
    assertTrue(other < base, "twice as many epochs");
    model.pin(a.folder());
    assertTrue(model.baselineNumbers().isEmpty());
  }

  @Test
  void atEachEpochEveryRunShowsTheNewestItHadByThen() {
    assertEquals(List.of(4, 9, 14, 19), model.epochsProperty().get());
    assertEquals(19, model.epochProperty().get());
    assertEquals(
        List.of("Original", "Masked", "a, epoch 10", "b, epoch 20 (other images)"),
        model.probesProperty().get().columns());
    model.epochProperty().set(4);
    assertEquals(b.folder().probeCombined(4, 0), model.probesProperty().get().rows().get(0).get(3));
    model.playOn();
    assertEquals(9, model.epochProperty().get());
  }

  @Test
  void runsOfOneNameAreToldApartByTheirFolders() {
    assertEquals(
        List.of("t (x)", "t (y)", "u"),
        RunLabels.of(List.of(Path.of("/w/x/t"), Path.of("/w/y/t"), Path.of("/w/y/u"))));
  }

  @Test
  void aRunWithoutAKnownConfigurationDiffersInNoKey() {
    ComparedRun unknown = new ComparedRun(b.run(), "c", 2, java.util.Map.of(), 0);
    assertEquals(1, ConfigDifference.of(List.of(a, b, unknown)).size());
    assertEquals(List.of(), ConfigDifference.of(List.of(a, unknown)));
  }

  @Test
  void aDifferenceSaysWhetherItIsOneForTheBetter() {
    var lower = java.util.Optional.of(true);
    DifferenceText text =
        DifferenceText.of(
            java.util.Optional.of(0.3), java.util.Optional.of(0.5), Double::toString, lower);
    assertEquals("\u22120.2", text.difference());
    assertEquals(java.util.Optional.of(true), text.better());
  }
}
