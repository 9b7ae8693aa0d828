package io.simmim.workbench.shell;

import java.util.List;

/**
 * What is remembered of the page Checkpoint.
 *
 * @param recent files that were opened, newest first
 * @param last the file that was open at the end; empty for none
 * @param split share of the width that the table of tensors takes, 0 to 1
 * @param tab in front at the end; empty for the first
 * @param folded whether the verdict leaves its facts out
 */
public record CheckpointMemory(
    List<String> recent, String last, double split, String tab, boolean folded) {

  static final CheckpointMemory NOTHING = new CheckpointMemory(List.of(), "", 0.68, "", false);

  /** A file of an older version lacks some. */
  public CheckpointMemory {
    recent = recent == null ? List.of() : List.copyOf(recent);
    last = last == null ? "" : last;
    tab = tab == null ? "" : tab;
    split = split > 0.1 && split < 0.9 ? split : 0.68;
  }

  public CheckpointMemory withRecent(List<String> files) {
    return new CheckpointMemory(files, last, split, tab, folded);
  }

  public CheckpointMemory withLast(String file) {
    return new CheckpointMemory(recent, file, split, tab, folded);
  }

  public CheckpointMemory withSplit(double share) {
    return new CheckpointMemory(recent, last, share, tab, folded);
  }

  public CheckpointMemory withTab(String front) {
    return new CheckpointMemory(recent, last, split, front, folded);
  }

  public CheckpointMemory withFolded(boolean nowFolded) {
    return new CheckpointMemory(recent, last, split, tab, nowFolded);
  }
}
