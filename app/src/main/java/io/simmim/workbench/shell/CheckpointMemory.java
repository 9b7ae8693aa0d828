package io.simmim.workbench.shell;

import java.util.List;

/**
 * What is remembered of the page Checkpoint.
 *
 * @param recent files that were opened, newest first
 * @param last the file that was open at the end; empty for none
 * @param split share of the width that the table of tensors takes, 0 to 1
 */
public record CheckpointMemory(List<String> recent, String last, double split) {

  static final CheckpointMemory NOTHING = new CheckpointMemory(List.of(), "", 0.68);

  /** A file of an older version lacks some. */
  public CheckpointMemory {
    recent = recent == null ? List.of() : List.copyOf(recent);
    last = last == null ? "" : last;
    split = split > 0.1 && split < 0.9 ? split : 0.68;
  }

  public CheckpointMemory withRecent(List<String> files) {
    return new CheckpointMemory(files, last, split);
  }

  public CheckpointMemory withLast(String file) {
    return new CheckpointMemory(recent, file, split);
  }

  public CheckpointMemory withSplit(double share) {
    return new CheckpointMemory(recent, last, share);
  }
}
