package io.simmim.workbench;

import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.LogImport;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunNotes;
import io.simmim.workbench.runs.RunsViewModel;
import io.simmim.workbench.runs.TableDesk;
import io.simmim.workbench.shell.Dialogs;
import io.simmim.workbench.shell.Notice;
import io.simmim.workbench.shell.RunsMemory;
import io.simmim.workbench.shell.SettingsStore;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Does what the table of runs asks for: folders, logs of others, notes. */
final class RunsTableDesk implements TableDesk {

  private static final List<String> LOGS = List.of("log_rank*.txt", "*.txt", "*.log");

  private final Executor background;
  private final Executor toolkit;
  private final Dialogs dialogs;
  private final SettingsStore settings;
  private final RunsViewModel runs;
  private final Runnable chooseWorkspace;
  private final Consumer<Notice> tell;

  RunsTableDesk(
      Executor background,
      Executor toolkit,
      Dialogs dialogs,
      SettingsStore settings,
      RunsViewModel runs,
      Runnable chooseWorkspace,
      Consumer<Notice> tell) {
    this.background = background;
    this.toolkit = toolkit;
    this.dialogs = dialogs;
    this.settings = settings;
    this.runs = runs;
    this.chooseWorkspace = chooseWorkspace;
    this.tell = tell;
    String pinned = memory().baseline();
    if (!pinned.isEmpty()) {
      runs.baselineProperty().set(new RunFolder(Path.of(pinned)));
    }
    runs.baselineProperty()
        .subscribe(run -> remember(m -> m.withBaseline(run == null ? "" : run.path().toString())));
  }

  @Override
  public void chooseWorkspace() {
    chooseWorkspace.run();
  }

  @Override
  public void importLog() {
    dialogs.file("Official training log", LOGS, workspace()).ifPresent(this::importFrom);
  }

  @Override
  public void importFolder() {
    dialogs.folder("Folder with official training logs", workspace()).ifPresent(this::importFrom);
  }

  /** Makes runs of a log, or of all logs in a folder. */
  void importFrom(Path fileOrFolder) {
    Path into = workspace();
    background.execute(
        () -> {
          Notice notice;
          try {
            notice = Notice.done(take(fileOrFolder, into));
          } catch (SimMimException e) {
            notice = Notice.failed(e.getMessage(), e.toString());
          }
          Notice said = notice;
          toolkit.execute(() -> tell.accept(said));
        });
  }

  private static String take(Path fileOrFolder, Path into) throws SimMimException {
    int taken = 0;
    int bad = 0;
    String last = "";
    for (Path log : LogImport.logsIn(fileOrFolder)) {
      LogImport.Imported imported = LogImport.into(into, log, ZoneId.systemDefault());
      taken++;
      bad += imported.badLines();
      last = imported.folder().path().getFileName().toString();
    }
    String what = taken == 1 ? "The log is now the run " + last : taken + " logs are now runs";
    String spoilt = bad == 1 ? "1 of its lines" : bad + " lines";
    return what + (bad == 0 ? "." : "; " + spoilt + " could not be read.");
  }

  @Override
  public void annotate(RunFolder run, RunNotes notes) {
    runs.annotated(run, notes);
    background.execute(
        () -> {
          try {
            notes.write(run.notes());
          } catch (SimMimException e) {
            toolkit.execute(() -> tell.accept(Notice.failed(e.getMessage(), e.toString())));
          }
        });
  }

  @Override
  public RunsMemory memory() {
    return settings.get().runs();
  }

  @Override
  public void remember(UnaryOperator<RunsMemory> change) {
    settings.update(s -> s.withRuns(change.apply(s.runs())));
  }

  private Path workspace() {
    return runs.workspaceProperty().get();
  }
}
