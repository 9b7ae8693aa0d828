package io.simmim.workbench.runs;

import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notices, from scan to scan, which runs came to an end while the window was open. */
public final class RunNews {

  private final Instant opened;
  private final Map<RunFolder, RunStatus> before = new HashMap<>();
  private boolean first = true;

  /**
   * @param opened when the window was opened
   */
  public RunNews(Instant opened) {
    this.opened = opened;
  }

  /** The runs that ended since the last scan; what ended before the first one is no news. */
  public List<RunRow> ended(List<RunRow> rows) {
    List<RunRow> news = new ArrayList<>();
    for (RunRow row : rows) {
      RunStatus last = before.put(row.folder(), row.status());
      if (!first && row.status() != RunStatus.RUNNING && isNews(last, row)) {
        news.add(row);
      }
    }
    first = false;
    return List.copyOf(news);
  }

  /** Another folder of runs is looked through from now on. */
  public void forget() {
    before.clear();
    first = true;
  }

  /** A run may start and end between two scans; an old one may be copied into the folder. */
  private boolean isNews(RunStatus last, RunRow row) {
    return last == null
        ? row.startedAt().filter(start -> start.isAfter(opened)).isPresent()
        : last == RunStatus.RUNNING;
  }
}
