package io.simmim.workbench.compare;

import io.simmim.core.run.RunFolder;
import io.simmim.workbench.runs.FollowedRun;
import java.util.Map;

/**
 * One of the runs that are compared.
 *
 * @param label tells it from the others
 * @param slot number of its colour
 * @param config every key of its configuration, as text; empty where it is not known
 * @param probes the same number for runs with the same first probe image and mask
 */
public record ComparedRun(
    FollowedRun run, String label, int slot, Map<String, String> config, int probes) {

  public ComparedRun {
    config = Map.copyOf(config);
  }

  public RunFolder folder() {
    return run.folder();
  }

  /** Whether it waits for its turn, or was only just launched. */
  boolean isComing() {
    return run.manifest().isEmpty() && run.snapshot().isSilent();
  }

  /** Whether the value of a key is settled; a run that has not begun may still be given some. */
  boolean knows(String key) {
    return isComing() ? config.containsKey(key) : !config.isEmpty();
  }
}
