package io.simmim.workbench.compare;

import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The probe images as each run reconstructed them at one time of its training.
 *
 * @param columns names of the columns: original and masked image, then one a run
 * @param rows pictures, one row a probe image
 */
public record ProbeTable(List<String> columns, List<List<Path>> rows) {

  static final ProbeTable NONE = new ProbeTable(List.of(), List.of());

  public ProbeTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** The epochs after which any of the runs has pictures, counted from 0, ascending. */
  static List<Integer> epochs(List<ComparedRun> runs) {
    TreeSet<Integer> epochs = new TreeSet<>();
    runs.forEach(run -> run.run().snapshot().previews().forEach(p -> epochs.add(p.epoch())));
    return List.copyOf(epochs);
  }

  /** The pictures that each run had after {@code epoch}, or its first ones where it had none. */
  static ProbeTable at(int epoch, List<ComparedRun> all) {
    List<ComparedRun> runs =
        all.stream().filter(run -> !run.run().snapshot().previews().isEmpty()).toList();
    if (runs.isEmpty()) {
      return NONE;
    }
    List<String> columns = new ArrayList<>(List.of("Original", "Masked"));
    int probesOfFirst = runs.get(0).probes();
    for (ComparedRun run : runs) {
      String others = run.probes() == probesOfFirst ? "" : " (other images)";
      columns.add(run.label() + ", epoch " + (at(run, epoch).epoch() + 1) + others);
    }
    int probes = runs.stream().mapToInt(run -> at(run, epoch).probes()).min().orElse(0);
    List<List<Path>> rows = new ArrayList<>();
    for (int probe = 0; probe < probes; probe++) {
      RunFolder first = runs.get(0).folder();
      List<Path> row =
          new ArrayList<>(List.of(first.probeOriginal(probe), first.probeMasked(probe)));
      for (ComparedRun run : runs) {
        row.add(run.folder().probeCombined(at(run, epoch).epoch(), probe));
      }
      rows.add(row);
    }
    return new ProbeTable(columns, rows);
  }

  private static RunEvent.Preview at(ComparedRun run, int epoch) {
    List<RunEvent.Preview> previews = run.run().snapshot().previews();
    Optional<RunEvent.Preview> newest =
        previews.stream().filter(preview -> preview.epoch() <= epoch).reduce((a, b) -> b);
    return newest.orElse(previews.get(0));
  }
}
