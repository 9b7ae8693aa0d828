package io.simmim.workbench.runs;

import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.launch.LaunchFailure;
import io.simmim.workbench.launch.Launcher;
import io.simmim.workbench.launch.StageCommand;
import io.simmim.workbench.shell.Notice;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Stops and resumes runs, away from the toolkit's thread. */
public final class RunControl implements RunActions {

  private final Executor background;
  private final Executor toolkit;
  private final Launcher launcher;
  private final RunViewModel openRun;
  private final Consumer<Notice> tell;
  private final Consumer<String> showDocument;

  /**
   * @param tell takes notices, on the toolkit's thread
   * @param showDocument opens an address with the program the system has for it
   */
  public RunControl(
      Executor background,
      Executor toolkit,
      Launcher launcher,
      RunViewModel openRun,
      Consumer<Notice> tell,
      Consumer<String> showDocument) {
    this.background = background;
    this.toolkit = toolkit;
    this.launcher = launcher;
    this.openRun = openRun;
    this.tell = tell;
    this.showDocument = showDocument;
  }

  @Override
  public void stop(RunFolder run) {
    background.execute(
        () -> {
          try {
            StopOrder.give(run);
          } catch (SimMimException e) {
            toolkit.execute(() -> tell.accept(Notice.failed(e.getMessage(), e.toString())));
          }
        });
  }

  @Override
  public void resume(RunFolder run) {
    openRun.setResuming(true);
    background.execute(
        () -> {
          try {
            StageCommand command = ResumePlan.of(run);
            Path runs = command.output();
            String name = run.path().getParent().getFileName() + "__" + command.tag();
            launcher.start(command, runs.resolve(Launcher.FILES), name, this::failed);
          } catch (SimMimException e) {
            failed(LaunchFailure.of(e));
          }
        });
  }

  @Override
  public void openFolder(RunFolder run) {
    showDocument.accept(run.path().toUri().toString());
  }

  private void failed(LaunchFailure failure) {
    toolkit.execute(
        () -> {
          openRun.setResuming(false);
          tell.accept(Notice.failed(failure.sentence(), failure.details()));
        });
  }
}
