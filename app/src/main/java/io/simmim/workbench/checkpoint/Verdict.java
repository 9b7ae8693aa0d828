package io.simmim.workbench.checkpoint;

import java.util.List;

/**
 * What a file is, for people.
 *
 * @param sentence the most important thing, for a newcomer
 * @param remarks what to know besides, a sentence each
 * @param facts single facts in the order in which they are shown
 * @param groups tensors by how they fit the model; empty when there is no model to compare with
 */
public record Verdict(
    Standing standing,
    String sentence,
    List<String> remarks,
    List<Fact> facts,
    List<FitGroup> groups) {

  /** How good it is. */
  public enum Standing {
    GOOD,
    ATTENTION,
    UNUSABLE
  }

  /**
   * One fact.
   *
   * @param why what it means, for the tooltip
   */
  public record Fact(String id, String name, String value, String why) {}

  public Verdict {
    remarks = List.copyOf(remarks);
    facts = List.copyOf(facts);
    groups = List.copyOf(groups);
  }
}
