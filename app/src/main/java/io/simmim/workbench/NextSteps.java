package io.simmim.workbench;

import io.simmim.core.fault.SimMimException;
import io.simmim.workbench.experiment.ExperimentOrder;
import io.simmim.workbench.experiment.ExperimentViewModel;
import io.simmim.workbench.experiment.Succession;
import io.simmim.workbench.runs.FollowUps;
import io.simmim.workbench.runs.FollowedRun;
import io.simmim.workbench.shell.Notice;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.shell.ShellViewModel;
import java.nio.file.Path;
import java.util.concurrent.Executor;

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

  NextSteps(
      Executor background,
      Executor toolkit,
      ShellViewModel shell,
      ExperimentViewModel experiment,
      Succession succession) {
    this.background = background;
    this.toolkit = toolkit;
    this.shell = shell;
    this.experiment = experiment;
    this.succession = succession;
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
