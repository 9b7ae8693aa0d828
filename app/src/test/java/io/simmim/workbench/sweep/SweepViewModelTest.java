package io.simmim.workbench.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ConfigKey;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ConfigSchema;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunNotes;
import io.simmim.workbench.experiment.ExperimentViewModel;
import io.simmim.workbench.launch.Launcher;
import io.simmim.workbench.launch.QueueDoor;
import io.simmim.workbench.launch.StageCommand;
import io.simmim.workbench.sweep.SweptRun.Fate;
import io.simmim.workbench.testing.ExperimentFixture;
import io.simmim.workbench.testing.SmallPhotos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepViewModelTest {

  private static final String TEXT =
      ExperimentFixture.TINY
          + """
          TRAIN:
            EPOCHS: 10
            WARMUP_EPOCHS: 1
          """;

  @TempDir Path folder;

  private final List<StageCommand> queued = new ArrayList<>();
  private final List<SweepOrder> added = new ArrayList<>();
  private String queuedYaml = "";
  private MeasuredSpeed speed = new MeasuredSpeed(16, "earlier");
  private ExperimentViewModel experiment;
  private SweepViewModel sweep;

  @BeforeEach
  void setUp() throws Exception {
    experiment = ExperimentFixture.open(folder, TEXT);
    experiment.data().folderProperty().set(SmallPhotos.write(folder.resolve("p"), 9).toString());
    QueueDoor door =
        (commands, yaml, together) -> {
          queued.addAll(commands);
          together.orElseThrow().run();
          queuedYaml = yaml;
        };
    sweep =
        new SweepViewModel(
            experiment,
            Runnable::run,
            Runnable::run,
            new SweepSubmission(
                Runnable::run,
                Runnable::run,
                door,
                added::add,
                e -> {
                  throw new IllegalStateException(e);
                }),
            (stage, name) -> Optional.of(speed));
    sweep.open();
  }

  private static ConfigKey key(String path) {
    return ConfigSchema.official().find(path).orElseThrow();
  }

  private AxisRow row(String path, String values) {
    AxisRow row = sweep.addRow(key(path));
    row.textProperty().set(values);
    return row;
  }

  private SweepPreview preview() {
    return sweep.previewProperty().get();
  }

  private RunFolder run(String tag) {
    return RunFolder.of(folder.resolve("runs"), "tiny", tag);
  }

  private void maskSweep() {
    row("DATA.MASK_RATIO", "0.4, 0.6");
    row("DATA.MASK_PATCH_SIZE", "16:32:x2");
  }

  @Test
  void theRunsFollowWhatIsTyped() {
    assertEquals("Choose a key and type its values.", sweep.problemProperty().get());
    maskSweep();
    assertEquals("", sweep.problemProperty().get());
    assertEquals(
        List.of(
            "first__MASK_RATIO-0.4__MASK_PATCH_SIZE-16",
            "first__MASK_RATIO-0.4__MASK_PATCH_SIZE-32",
            "first__MASK_RATIO-0.6__MASK_PATCH_SIZE-16",
            "first__MASK_RATIO-0.6__MASK_PATCH_SIZE-32"),
        preview().ready().stream().map(r -> r.run().tag()).toList());
    assertEquals(
        List.of(7.0 / 16, 0.5, 10.0 / 16, 0.75),
        preview().ready().stream().map(r -> r.realRatio().orElseThrow()).toList());
  }

  @Test
  void stepsAndTimeAreThoseOfAllRuns() {
    maskSweep();
    assertEquals(4 * 10 * 2, preview().steps());
    assertEquals(
        "2 × 2 combinations  ·  80 steps in all  ·  "
            + "about 20 s one after the other, at the 16.0 images/s of earlier",
        sweep.summaryProperty().get());
  }

  @Test
  void aSpeedThatIsMeasuredMeanwhileIsTaken() {
    maskSweep();
    speed = new MeasuredSpeed(32, "the measurement");
    sweep.summarize();
    String summary = sweep.summaryProperty().get();
    assertTrue(summary.contains("about 10 s"), summary);
    assertTrue(summary.endsWith("at the 32.0 images/s of the measurement"), summary);
  }

  @Test
  void aKeyBeginsWithItsValueOfNowAndSeedsWithThree() {
    assertEquals("16", sweep.addRow(key("DATA.MASK_PATCH_SIZE")).textProperty().get());
    assertEquals("0, 1, 2", sweep.addRow(key("SEED")).textProperty().get());
    assertEquals("mask_patch_size-x-seed", sweep.nameProperty().get());
    assertEquals(3, preview().ready().size());
  }

  @Test
  void whatIsWrongIsSaidAtItsField() {
    AxisRow ratio = row("DATA.MASK_RATIO", "0.4, 1.6");
    assertTrue(ratio.problemProperty().get().startsWith("1.6 is out of range"));
    assertEquals("Correct the marked values.", sweep.problemProperty().get());
    ratio.textProperty().set("0.4");
    assertEquals("", sweep.problemProperty().get());
    AxisRow again = row("DATA.MASK_RATIO", "0.5");
    assertEquals("This key is above already.", again.problemProperty().get());
    sweep.removeRow(again);
    assertEquals("", sweep.problemProperty().get());
  }

  @Test
  void impossibleCombinationsAreLeftOutOrStopTheSweep() {
    row("DATA.MASK_PATCH_SIZE", "16, 24");
    assertEquals(1, preview().impossible());
    assertTrue(preview().runs().get(1).why().contains("do not tile"));
    assertEquals("", sweep.problemProperty().get());
    sweep.leaveOutProperty().set(false);
    assertTrue(sweep.problemProperty().get().startsWith("Some combinations are impossible"));
    sweep.submit();
    assertEquals(List.of(), queued);
  }

  @Test
  void aBatchThatTheImagesDoNotFillIsImpossible() {
    row("DATA.BATCH_SIZE", "4, 16");
    assertEquals(
        List.of(Fate.READY, Fate.IMPOSSIBLE),
        preview().runs().stream().map(SweptRun::fate).toList());
  }

  @Test
  void runsThatAreThereAreNotMadeAgain() throws Exception {
    RunFolder there = run("first__MASK_RATIO-0.4");
    Files.createDirectories(there.path());
    Files.writeString(there.events(), "");
    row("DATA.MASK_RATIO", "0.4, 0.6");
    assertEquals(1, preview().existing());
    sweep.submit();
    assertEquals(List.of("first__MASK_RATIO-0.6"), queued.stream().map(StageCommand::tag).toList());
    assertEquals(
        List.of("sweep-mask_ratio"), RunNotes.read(there.notes()).labels(), "it belongs to it");
  }

  @Test
  void tooManyRunsAreASlipOfTheHand() {
    row("SEED", "1:200:1");
    row("TRAIN.EPOCHS", "1:200:1");
    assertTrue(sweep.problemProperty().get().startsWith("These are 40,000 runs"));
  }

  @Test
  void submittingGivesTheQueueOneCommandForEachRun() throws Exception {
    maskSweep();
    sweep.nameProperty().set("masks");
    sweep.submit();
    assertFalse(sweep.openProperty().get());
    assertEquals(4, queued.size());
    assertEquals(
        List.of("DATA.MASK_RATIO", "0.4", "DATA.MASK_PATCH_SIZE", "32"), queued.get(1).options());
    ExperimentConfig base =
        new ConfigLoader().parse(queuedYaml, folder, "base", Overrides.none()).orThrow();
    assertEquals(16, base.data().maskPatchSize());
    RunFolder second = run("first__MASK_RATIO-0.4__MASK_PATCH_SIZE-32");
    assertEquals(List.of("sweep-masks"), RunNotes.read(second.notes()).labels());
    ExperimentConfig planned =
        new ConfigLoader().load(Launcher.configOf(second), Overrides.none()).orThrow();
    assertEquals(32, planned.data().maskPatchSize());
    assertEquals("sweep-masks", added.get(0).label());
    assertEquals(second, added.get(0).folders().get(1));
  }

  @Test
  void theCommandsNameOnlyWhatDiffersFromTheOpenedFile() {
    maskSweep();
    List<String> lines = sweep.commandLines().lines().toList();
    assertEquals(4, lines.size());
    assertTrue(lines.get(3).endsWith(" --opts DATA.MASK_PATCH_SIZE 32"), lines.get(3));
    assertTrue(
        lines.get(0).contains("--tag first__MASK_RATIO-0.4__MASK_PATCH_SIZE-16"), lines.get(0));
  }

  @Test
  void onlyKeysThatTheStageReadsAreOffered() {
    assertTrue(sweep.keys().contains(key("DATA.MASK_RATIO")));
    assertFalse(sweep.keys().contains(key("TAG")));
    assertFalse(sweep.keys().contains(key("MODEL.VIT.DEPTH")));
  }

  @Test
  void withoutImagesItSaysWhatIsMissing() {
    maskSweep();
    experiment.data().folderProperty().set("");
    assertEquals("Choose a folder of images.", sweep.problemProperty().get());
  }
}
