package io.simmim.workbench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.FlatConfig;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.chart.ChartExport;
import io.simmim.workbench.compare.MapCell.State;
import io.simmim.workbench.runs.RunFollower;
import io.simmim.workbench.testing.SweepFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeatMapViewModelTest {

  private static final String RATIO = "DATA.MASK_RATIO";
  private static final String SIZE = "DATA.MASK_PATCH_SIZE";

  @TempDir Path output;

  private final CompareViewModel compare =
      new CompareViewModel(Runnable::run, Runnable::run, new SimpleObjectProperty<>());
  private final HeatMapViewModel model = compare.map();
  private final List<ComparedRun> runs = new ArrayList<>();

  private SweepFixture fixture() {
    return new SweepFixture(output, "sweep-test");
  }

  private void compare(RunFolder folder) throws Exception {
    runs.add(
        new ComparedRun(
            new RunFollower(folder).poll(Instant.now()).orElseThrow(),
            folder.path().getFileName().toString(),
            runs.size(),
            FlatConfig.of(Files.readString(folder.config())),
            0));
    compare.update(runs);
  }

  private void finished(String ratio, String size, double loss) throws Exception {
    finished(Map.of(RATIO, ratio, SIZE, size), loss);
  }

  private void finished(Map<String, String> values, double loss) throws Exception {
    compare(fixture().finished("run" + runs.size(), values, loss));
  }

  private HeatMap map() {
    return model.mapProperty().get().orElseThrow();
  }

  private void fourRuns() throws Exception {
    compare.open();
    finished("0.4", "16", 0.41);
    finished("0.4", "32", 0.42);
    finished("0.6", "16", 0.61);
    finished("0.6", "32", 0.62);
  }

  @Test
  void theTwoKeysThatDifferAreFoundAndEveryNumberIsInItsCell() throws Exception {
    fourRuns();
    assertEquals(RATIO, map().x().path());
    assertEquals(SIZE, map().y().orElseThrow().path());
    assertEquals(List.of("0.4", "0.6"), map().x().values());
    assertEquals(List.of("16", "32"), map().y().orElseThrow().values());
    assertEquals(0.41, map().cell(0, 0).mean(), 1e-9);
    assertEquals(0.61, map().cell(0, 1).mean(), 1e-9);
    assertEquals(0.42, map().cell(1, 0).mean(), 1e-9);
    assertEquals(0.62, map().cell(1, 1).mean(), 1e-9);
    assertEquals(map().cell(0, 0), map().best().orElseThrow());
    assertEquals(0.41, map().low(), 1e-9);
    assertEquals(0.62, map().high(), 1e-9);
  }

  @Test
  void aFifthRunMakesTheMapLargerAndLeavesAHole() throws Exception {
    fourRuns();
    finished("0.8", "32", 0.3);
    assertEquals(List.of("0.4", "0.6", "0.8"), map().x().values());
    assertEquals(0.3, map().cell(1, 2).mean(), 1e-9);
    assertEquals(State.MISSING, map().cell(0, 2).state());
    finished("0.8", "64", 0.7);
    finished("0.8", "8", 0.7);
    assertEquals(RATIO, map().x().path(), "it does not turn round while it fills");
    assertEquals(map().cell(2, 2), map().best().orElseThrow());
  }

  @Test
  void seedsShareACellWithMeanAndDeviation() throws Exception {
    compare.open();
    for (String ratio : List.of("0.4", "0.6")) {
      for (int seed = 0; seed < 3; seed++) {
        double loss = Double.parseDouble(ratio) + seed / 100.0;
        finished(Map.of(RATIO, ratio, SIZE, "16", "SEED", Integer.toString(seed)), loss);
        finished(Map.of(RATIO, ratio, SIZE, "32", "SEED", Integer.toString(seed)), loss);
      }
    }
    assertEquals(RATIO, map().x().path());
    assertEquals(List.of("SEED"), map().others());
    assertEquals(0.41, map().cell(0, 0).mean(), 1e-9);
    assertEquals(0.01, map().cell(0, 0).spread(), 1e-9);
    assertEquals("± 0.0100  n=3", CellWords.remark(map().cell(0, 0), MapNumber.LAST_LOSS));
  }

  @Test
  void runsThatWaitRunOrFailedAreToldApartAndDoNotCount() throws Exception {
    fourRuns();
    SweepFixture fixture = fixture();
    compare(fixture.write("live", Map.of(RATIO, "0.8", SIZE, "16"), 0.9, 4, Optional.empty()));
    compare(
        fixture.write(
            "broken",
            Map.of(RATIO, "0.8", SIZE, "32"),
            0.01,
            2,
            Optional.of(RunEvent.Outcome.FAILED)));
    RunFolder coming = RunFolder.of(output, "simmim_pretrain", "coming");
    runs.add(
        new ComparedRun(
            new RunFollower(coming).poll(Instant.now()).orElseThrow(),
            "coming",
            runs.size(),
            Map.of(RATIO, "0.9", SIZE, "16"),
            0));
    compare.update(runs);
    assertEquals(State.RUNNING, map().cell(0, 2).state());
    assertEquals("epoch 4 / 10", CellWords.remark(map().cell(0, 2), MapNumber.LAST_LOSS));
    assertEquals(State.BROKEN, map().cell(1, 2).state());
    assertEquals(State.WAITING, map().cell(0, 3).state());
    assertFalse(map().cell(0, 3).hasValue());
    assertEquals(State.MISSING, map().cell(1, 3).state());
    assertEquals(map().cell(0, 0), map().best().orElseThrow(), "not the one that broke");
    assertEquals(0.62, map().high(), 1e-9, "not the one that has just begun");
    assertEquals(2, compare.differencesProperty().get().size(), "nothing else is known of it yet");
  }

  @Test
  void oneKeyIsACurve() throws Exception {
    compare.open();
    finished(Map.of("TRAIN.BASE_LR", "1e-5"), 0.5);
    finished(Map.of("TRAIN.BASE_LR", "1e-3"), 0.3);
    finished(Map.of("TRAIN.BASE_LR", "1e-4"), 0.4);
    assertTrue(HeatCurve.suits(map()));
    assertEquals(List.of("0.00001", "0.0001", "0.001"), map().x().values());
    assertEquals("log10 of TRAIN.BASE_LR", HeatCurve.unit(map()));
    var series = HeatCurve.of(map()).series();
    assertEquals(-5, series.x(0), 1e-9);
    assertEquals(0.5, series.y(0), 1e-9);
    assertEquals(0.3, series.y(2), 1e-9);
  }

  @Test
  void whatTheUserChoseStaysWhileTheRunsGoOn() throws Exception {
    fourRuns();
    model.swap();
    assertEquals(SIZE, map().x().path());
    model.numberProperty().set(MapNumber.SPEED);
    finished("0.8", "32", 0.3);
    assertEquals(SIZE, map().x().path());
    assertEquals(MapNumber.SPEED, map().number());
    assertEquals(80 / 0.41, map().cell(0, 0).mean(), 1e-6);
    model.yProperty().set("");
    assertEquals(1, map().rows().size());
    assertEquals(2, map().cell(0, 0).runs().size());
    model.yProperty().set(SIZE);
    assertEquals(RATIO, map().x().path(), "the same key cannot be both");
  }

  @Test
  void withoutADifferenceThereIsNoMap() throws Exception {
    compare.open();
    finished("0.4", "16", 0.41);
    assertTrue(model.mapProperty().get().isEmpty());
  }

  @Test
  void theFileHasEveryRunAndThePictureEveryCell() throws Exception {
    fourRuns();
    HeatFile file = new HeatFile(map(), ChartColors.LIGHT);
    Path csv = output.resolve("map.csv");
    file.write(ChartExport.Format.CSV, csv);
    List<String> lines = Files.readAllLines(csv);
    assertEquals("DATA.MASK_RATIO,DATA.MASK_PATCH_SIZE,run,last_loss", lines.get(0));
    assertEquals(5, lines.size());
    assertTrue(lines.get(1).startsWith("0.4,16,run0,0.41"), lines.get(1));
    Path svg = output.resolve("map.svg");
    file.write(ChartExport.Format.SVG, svg);
    assertTrue(Files.readString(svg).contains("0.6200"));
    Path png = output.resolve("map.png");
    file.write(ChartExport.Format.PNG, png);
    assertEquals(2 * (190 + 2 * 110 + 24), ImageIO.read(png.toFile()).getWidth());
  }

  @Test
  void runsOfOneSweepAreNamedByTheirValues() {
    assertEquals(
        List.of("MASK_RATIO 0.4, SEED 0", "MASK_RATIO 0.6, SEED 1"),
        RunLabels.of(
            List.of(
                Path.of("/w/m/photos__MASK_RATIO-0.4__MASK_PATCH_SIZE-16__SEED-0"),
                Path.of("/w/m/photos__MASK_RATIO-0.6__MASK_PATCH_SIZE-16__SEED-1"))));
    assertEquals(
        List.of("photos__a", "photos__b"),
        RunLabels.of(List.of(Path.of("/w/m/photos__a"), Path.of("/w/m/photos__b"))));
  }

  @Test
  void onlyTheCurvesOfACellAreShown() throws Exception {
    fourRuns();
    compare.showOnly(List.of(runs.get(1).folder()));
    assertEquals(3, compare.hidden().size());
    assertFalse(compare.hidden().contains(runs.get(1).folder()));
    compare.showAll();
    assertEquals(0, compare.hidden().size());
  }
}
