package io.simmim.workbench.checkpoint;

import io.simmim.core.inspect.Printable;
import io.simmim.core.weights.CheckpointFile;
import io.simmim.core.weights.KeyRow;
import io.simmim.core.weights.OfficialWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A name in the file beside the official one.
 *
 * @param inFile more than one when the official tensor is joined from parts
 * @param official empty when there is none
 * @param how what was done with the tensor
 */
record KeyLine(String inFile, String official, String how, String shape) {

  /** All names of a file, those without an official one last. */
  static List<KeyLine> of(CheckpointFile file) {
    OfficialWeights official = file.official();
    List<KeyLine> lines = new ArrayList<>();
    official.rows().forEach(row -> lines.add(of(row)));
    official.unmapped().forEach(name -> lines.add(unused(name, file)));
    return lines;
  }

  /** Whether a file's names need explaining at all. */
  static boolean areWorthShowing(OfficialWeights official) {
    return !official.unmapped().isEmpty()
        || official.rows().stream().anyMatch(row -> row.making() != KeyRow.Making.SAME);
  }

  private static KeyLine of(KeyRow row) {
    String names = row.others().stream().map(Printable::of).collect(Collectors.joining(" + "));
    return new KeyLine(
        names, Printable.of(row.official()), row.making().text(), Sizes.shape(row.shape()));
  }

  private static KeyLine unused(String name, CheckpointFile file) {
    return new KeyLine(
        Printable.of(name), "", "not used", Sizes.shape(file.weights().get(name).shape()));
  }

  /** Everything that a search may find. */
  String all() {
    return inFile + " " + official + " " + how;
  }
}
