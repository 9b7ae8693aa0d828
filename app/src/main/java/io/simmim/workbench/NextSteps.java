package io.simmim.workbench;

import io.simmim.core.fault.SimMimException;
import io.simmim.core.inspect.Inspection;
import io.simmim.core.run.RunEvent;
import io.simmim.workbench.experiment.ExperimentOrder;
import io.simmim.workbench.experiment.ExperimentViewModel;
import io.simmim.workbench.experiment.Succession;
import io.simmim.workbench.launch.Launcher;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.runs.FollowUps;
import io.simmim.workbench.runs.FollowedRun;
import io.simmim.workbench.shell.Notice;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.shell.ShellViewModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Carries a run from its page to the page Experiment, as the beginning of the next one. */
final class NextSteps implements FollowUps {

  /** Something to read from the disk before it can be shown. */
  private interface Preparation {
    ExperimentOrder prepare() throws SimMimException;
  }

  private final Executor background;
  private final Executor toolkit;
  private final ShellViewModel shell;
  private final ExperimentViewModel experiment;
  private final Succession succession;
  private final Consumer<Path> openCheckpoint;

  /**
   * @param openCheckpoint shows a file on its page
   */
  NextSteps(
      Executor background,
      Executor toolkit,
      ShellViewModel shell,
      ExperimentViewModel experiment,
      Succession succession,
      Consumer<Path> openCheckpoint) {
    this.background = background;
    this.toolkit = toolkit;
    this.shell = shell;
    this.experiment = experiment;
    this.succession = succession;
    this.openCheckpoint = openCheckpoint;
  }

  @Override
  public void fineTune(FollowedRun run) {
    run.snapshot()
        .newestCheckpoint()
        .ifPresent(
            newest -> {
              Path file = run.folder().path().resolve(newest.file());
              setUp(() -> succession.fineTuning(run.folder(), file));
            });
  }

  @Override
  public void evaluate(FollowedRun run) {
    run.snapshot()
        .bestCheckpoint()
        .ifPresent(
            best -> {
              Path file = run.folder().path().resolve(best.file());
              setUp(() -> succession.evaluation(run.folder(), file));
            });
  }

  @Override
  public void openCheckpoint(FollowedRun run) {
    Optional<RunEvent.Checkpoint> wanted =
        run.stage().filter(RunStage.FINETUNE::equals).isPresent()
            ? run.snapshot().bestCheckpoint()
            : run.snapshot().newestCheckpoint();
    wanted.ifPresent(saved -> openCheckpoint.accept(run.folder().path().resolve(saved.file())));
  }

  /** Sets up a fine-tuning from any file. */
  void fineTune(Inspection found) {
    setUp(() -> succession.fineTuning(found, configFor(found)));
  }

  /** Sets up an evaluation of any file. */
  void evaluate(Inspection found) {
    setUp(() -> succession.evaluation(found, configFor(found)));
  }

  /** A place among what launches write, for the configuration that a file holds in itself. */
  private Path configFor(Inspection found) {
    String name = String.valueOf(found.file().path().getFileName()).replaceFirst("\\.\\w+$", "");
    return experiment
        .launch()
        .outputProperty()
        .get()
        .resolve(Launcher.FILES)
        .resolve("from__" + name + ".yaml");
  }

  private void setUp(Preparation preparation) {
    background.execute(
        () -> {
          try {
            ExperimentOrder order = preparation.prepare();
            toolkit.execute(
                () -> {
                  experiment.take(order);
                  shell.open(PageId.EXPERIMENT);
                });
          } catch (SimMimException e) {
            toolkit.execute(
                () -> shell.tell(Notice.failed(e.getMessage(), String.valueOf(e.getCause()))));
          }
        });
  }
}
