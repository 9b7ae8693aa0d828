package io.simmim.workbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.run.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LaunchViewModelTest {

  private static final Path RUNS = Path.of("runs");

  private final LaunchViewModel launch = new LaunchViewModel(RUNS);
  private final ExperimentConfig config =
      ExperimentConfig.defaults()
          .with("MODEL.NAME", "simmim_pretrain")
          .with("TAG", "simmim_pretrain__swin_demo");

  @Test
  void saysWhatIsMissingOneAfterTheOther() {
    assertTrue(problem().startsWith("The configuration has faults"));
    launch.update(Optional.of(config), Optional.empty(), false);
    assertTrue(problem().startsWith("Choose a folder"));
    launch.update(Optional.of(config), Optional.of(Path.of("photos")), false);
    assertTrue(problem().contains("DATA.BATCH_SIZE"));
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

  private void ready() {
    launch.update(Optional.of(config), Optional.of(Path.of("photos")), true);
  }

  private String problem() {
    return launch.problemProperty().get();
  }

  private static RunFolder run(String tag) {
    return RunFolder.of(RUNS, "simmim_pretrain", tag);
  }
}
