package io.simmim.workbench;

import io.simmim.core.run.RunFolder;
import io.simmim.workbench.runs.RunsViewModel;
import io.simmim.workbench.shell.Dialogs;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.shell.SettingsStore;
import io.simmim.workbench.shell.ShellViewModel;
import java.nio.file.Path;

/** The way to a run and to the folder of runs, from wherever in the window. */
final class RunsDoor {

  private final SettingsStore settings;
  private final ShellViewModel shell;
  private final Dialogs dialogs;
  private final RunsViewModel runs;

  RunsDoor(SettingsStore settings, ShellViewModel shell, Dialogs dialogs, RunsViewModel runs) {
    this.settings = settings;
    this.shell = shell;
    this.dialogs = dialogs;
    this.runs = runs;
  }

  /** Shows a run on its page. */
  void open(RunFolder folder) {
    runs.openProperty().set(folder);
    shell.open(PageId.RUNS);
  }

  /** Asks for another folder of runs. */
  void chooseFolder() {
    dialogs.folder("Folder of runs", runs.workspaceProperty().get()).ifPresent(this::use);
  }

  private void use(Path folder) {
    runs.workspaceProperty().set(folder);
    settings.update(s -> s.withRunsFolder(folder.toString()));
  }
}
