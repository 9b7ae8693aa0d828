package io.simmim.workbench.experiment;

import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.launch.LaunchFailure;
import io.simmim.workbench.launch.Launcher;
import io.simmim.workbench.launch.StageCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes the edited configuration down and starts the training with it. */
public final class ExperimentLaunch {

  private final Executor background;
  private final Executor toolkit;
  private final Launcher launcher;
  private final Consumer<RunFolder> launched;
  private final BiConsumer<RunFolder, LaunchFailure> failed;

  /**
   * @param launched told, on the toolkit's thread, which folder to look at
   * @param failed told, on the toolkit's thread, when nothing could be started or the process
   *     failed
   */
  public ExperimentLaunch(
      Executor background,
      Executor toolkit,
      Launcher launcher,
      Consumer<RunFolder> launched,
      BiConsumer<RunFolder, LaunchFailure> failed) {
    this.background = background;
    this.toolkit = toolkit;
    this.launcher = launcher;
    this.launched = launched;
    this.failed = failed;
  }

  /** Launches what is set up; {@code yaml} is the configuration to write. */
  public void launch(LaunchViewModel setUp, String yaml) {
    StageCommand command = setUp.command();
    RunFolder folder = setUp.folder();
    String name = setUp.launchName();
    background.execute(
        () -> {
          try {
            write(command.config(), yaml);
            launcher.start(
                command, command.config().getParent(), name, failure -> tell(folder, failure));
            toolkit.execute(() -> launched.accept(folder));
          } catch (SimMimException e) {
            tell(folder, LaunchFailure.of(e));
          }
        });
  }

  private void tell(RunFolder folder, LaunchFailure failure) {
    toolkit.execute(() -> failed.accept(folder, failure));
  }

  private static void write(Path file, String yaml) throws DataException {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, yaml);
    } catch (IOException e) {
      throw new DataException(
          "The configuration cannot be written to " + file + ": choose another folder for runs.",
          e);
    }
  }
}
