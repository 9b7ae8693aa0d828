package io.simmim.workbench.sweep;

import io.simmim.core.run.RunFolder;
import io.simmim.workbench.launch.StageCommand;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sweep that is to be made.
 *
 * @param label that all of its runs get
 * @param yaml the configuration without the sweep
 * @param runs in the order in which they will run
 * @param others runs of the same sweep that are there already
 */
public record SweepOrder(String label, String yaml, List<Run> runs, List<RunFolder> others) {

  /**
   * One run.
   *
   * @param command changes the configuration by its options
   * @param config the configuration after these changes
   */
  public record Run(StageCommand command, RunFolder folder, String config) {}

  public SweepOrder {
    runs = List.copyOf(runs);
    others = List.copyOf(others);
  }

  /** Where all runs of the sweep are, or will be. */
  public List<RunFolder> folders() {
    return Stream.concat(others.stream(), runs.stream().map(Run::folder)).toList();
  }

  List<StageCommand> commands() {
    return runs.stream().map(Run::command).toList();
  }
}
