package io.simmim.workbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.launch.Weights;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LaunchViewModelTest {

  private static final Path RUNS = Path.of("runs");
  private static final Optional<Path> PHOTOS = Optional.of(Path.of("photos"));

  private final LaunchViewModel launch = new LaunchViewModel(RUNS);
  private final ExperimentConfig config =
      ExperimentConfig.defaults()
          .with("MODEL.NAME", "simmim_pretrain")
          .with("TAG", "simmim_pretrain__swin_demo");

  @Test
  void saysWhatIsMissingOneAfterTheOther() {
    assertTrue(problem().startsWith("The configuration has faults"));
    launch.update(setUp(RunStage.PRETRAIN, Optional.empty(), Optional.empty(), ""));
    assertTrue(problem().startsWith("Choose a folder"));
    launch.update(setUp(RunStage.PRETRAIN, PHOTOS, Optional.empty(), "Too few images."));
    assertEquals("Too few images.", problem());
    ready();
    assertTrue(launch.isReady());
    launch.tagProperty().set("a/b");
    assertTrue(problem().startsWith("Give the run a tag"));
  }

  @Test
  void suggestsTheTagOfTheConfigurationUntilTheUserTypesOne() {
    ready();
    assertEquals("swin_demo", launch.tagProperty().get());
    launch.updateTaken(Set.of(run("swin_demo"), run("swin_demo-2")));
    assertEquals("swin_demo-3", launch.tagProperty().get());
    launch.tagProperty().set("photos");
    launch.updateTaken(Set.of());
    assertEquals("photos", launch.tagProperty().get());
  }

  @Test
  void aRunThatExistsIsNotOverwritten() {
    ready();
    launch.tagProperty().set("photos");
    assertTrue(launch.isReady());
    launch.updateTaken(Set.of(run("photos")));
    assertFalse(launch.isReady());
    assertTrue(problem().contains("another tag"));
  }

  @Test
  void theCommandNamesFoldersTagAndDevice() {
    ready();
    launch.deviceProperty().set("cuda:1");
    assertEquals(
        List.of(
            "pretrain",
            "--cfg",
            "runs/.launch/simmim_pretrain__swin_demo.yaml",
            "--data-path",
            "photos",
            "--output",
            "runs",
            "--tag",
            "swin_demo",
            "--device",
            "cuda:1"),
        launch.command().arguments());
    assertEquals(run("swin_demo"), launch.folder());
  }

  @Test
  void anEvaluationNeedsACheckpointAndHasAFolderOfItsOwn() {
    launch.update(setUp(RunStage.EVALUATE, PHOTOS, Optional.empty(), ""));
    assertEquals("Choose the checkpoint to evaluate.", problem());
    Weights weights = Weights.resumed(Path.of("c.pth"));
    launch.update(setUp(RunStage.EVALUATE, PHOTOS, Optional.of(weights), ""));
    assertTrue(launch.isReady());
    assertEquals(run("swin_demo__evaluate"), launch.folder());
    assertEquals(List.of("evaluate", "--cfg"), launch.command().arguments().subList(0, 2));
    assertTrue(launch.command().arguments().containsAll(List.of("--resume", "c.pth")));
  }

  @Test
  void theSpeedIsMeasuredWithoutImages() {
    launch.update(setUp(RunStage.THROUGHPUT, Optional.empty(), Optional.empty(), ""));
    assertTrue(launch.isReady());
    assertEquals(run("swin_demo__throughput"), launch.folder());
  }

  private void ready() {
    launch.update(setUp(RunStage.PRETRAIN, PHOTOS, Optional.empty(), ""));
  }

  private SetUp setUp(
      RunStage stage, Optional<Path> data, Optional<Weights> weights, String shortage) {
    return new SetUp(stage, Optional.of(config), data, weights, false, shortage);
  }

  private String problem() {
    return launch.problemProperty().get();
  }

  private static RunFolder run(String tag) {
    return RunFolder.of(RUNS, "simmim_pretrain", tag);
  }
}
