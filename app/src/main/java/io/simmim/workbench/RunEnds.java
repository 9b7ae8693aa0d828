package io.simmim.workbench;

import io.simmim.core.run.RunFolder;
import io.simmim.workbench.launch.LaunchFailure;
import io.simmim.workbench.runs.EndWords;
import io.simmim.workbench.runs.RunRow;
import io.simmim.workbench.runs.RunsViewModel;
import io.simmim.workbench.shell.Notice;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.shell.ShellViewModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells how runs end. The failure of a run that this window launched is known twice, from its
 * process and from its folder: it is told once, in the words of the process, which say more.
 */
final class RunEnds {

  private final ShellViewModel shell;
  private final RunsViewModel runs;
  private final Consumer<RunFolder> open;
  private final Runnable openDoctor;
  private final Set<RunFolder> failed = new HashSet<>();
  private final Map<RunFolder, Notice> told = new HashMap<>();

  /**
   * @param open shows a run
   * @param openDoctor shows what there is to compute with
   */
  RunEnds(ShellViewModel shell, RunsViewModel runs, Consumer<RunFolder> open, Runnable openDoctor) {
    this.shell = shell;
    this.runs = runs;
    this.open = open;
    this.openDoctor = openDoctor;
  }

  /** The folder says that the run ended. */
  void ended(RunRow row) {
    boolean known = failed.remove(row.folder());
    if (!known && !isInSight(row.folder())) {
      Notice notice = EndWords.of(row, () -> open.accept(row.folder()));
      told.put(row.folder(), notice);
      shell.tell(notice);
    }
  }

  /** The process of a run that was launched here failed. */
  void failed(RunFolder folder, LaunchFailure failure) {
    Notice notice = Notice.failed(failure.sentence(), failure.details());
    Notice before = told.remove(folder);
    if (before != null) {
      shell.dismiss(before);
    } else if (folder.exists()) {
      failed.add(folder);
    }
    shell.tell(withAction(notice, folder, failure));
    if (!folder.exists() && folder.equals(runs.openProperty().get())) {
      runs.openProperty().set(null);
      shell.open(PageId.EXPERIMENT);
    }
  }

  private Notice withAction(Notice notice, RunFolder folder, LaunchFailure failure) {
    if (failure.isForTheDoctor()) {
      return notice.with(new Notice.Action("Engine doctor", openDoctor));
    }
    return folder.exists() && !isInSight(folder)
        ? notice.with(new Notice.Action("Open the run", () -> open.accept(folder)))
        : notice;
  }

  /** Who looks at the run, or at the table of all, sees it end there. */
  private boolean isInSight(RunFolder run) {
    RunFolder shown = runs.openProperty().get();
    return shell.pageProperty().get() == PageId.RUNS && (shown == null || shown.equals(run));
  }
}
