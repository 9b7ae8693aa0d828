package io.simmim.workbench.testing;

import io.simmim.core.process.JavaProgram;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.experiment.CheckpointViewModel;
import io.simmim.workbench.experiment.ConfigDocument;
import io.simmim.workbench.experiment.DataViewModel;
import io.simmim.workbench.experiment.ExperimentLaunch;
import io.simmim.workbench.experiment.ExperimentViewModel;
import io.simmim.workbench.experiment.LaunchViewModel;
import io.simmim.workbench.experiment.PlanViewModel;
import io.simmim.workbench.experiment.PresetsViewModel;
import io.simmim.workbench.launch.LaunchFailure;
import io.simmim.workbench.launch.Launcher;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The page Experiment without a window: all is done at once, on one thread, and no training that is
 * launched begins.
 */
public final class ExperimentFixture {

  /** A pre-training of batches of 4 images of 64 pixels, for {@code runs/tiny/first}. */
  public static final String TINY =
      """
      DATA:
        BATCH_SIZE: 4
        IMG_SIZE: 64
        MASK_PATCH_SIZE: 16
      MODEL:
        NAME: tiny
        SWIN:
          WINDOW_SIZE: 2
      TAG: first
      """;

  private ExperimentFixture() {}

  /** With {@code yaml} opened as {@code tiny.yaml}; its runs go to {@code folder/runs}. */
  public static ExperimentViewModel open(Path folder, String yaml) {
    return open(folder, yaml, run -> {}, (run, failure) -> {});
  }

  /** The same; {@code launched} and {@code failed} are told of the runs. */
  public static ExperimentViewModel open(
      Path folder,
      String yaml,
      Consumer<RunFolder> launched,
      BiConsumer<RunFolder, LaunchFailure> failed) {
    JavaProgram noTraining =
        new JavaProgram(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            List.of(),
            folder.toString(),
            "no.such.Training");
    ExperimentViewModel model =
        new ExperimentViewModel(
            new PresetsViewModel(Runnable::run, Runnable::run, folder, folder.resolve("mine")),
            new ConfigDocument(Runnable::run, Runnable::run, () -> 0),
            new CheckpointViewModel(Runnable::run, Runnable::run),
            new DataViewModel(Runnable::run, Runnable::run, ""),
            new PlanViewModel(Runnable::run, Runnable::run),
            new LaunchViewModel(folder.resolve("runs")),
            new ExperimentLaunch(
                Runnable::run, Runnable::run, new Launcher(noTraining), launched, failed));
    model.document().open(folder.resolve("tiny.yaml"), yaml);
    return model;
  }
}
