package io.simmim.workbench.runs;

import io.simmim.core.fault.DataException;
import io.simmim.core.run.EventReader;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunNotes;
import io.simmim.core.run.RunScan;
import io.simmim.core.run.RunSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks through a folder for runs, again and again. For one thread. */
public final class RunsScanner {

  private final Map<RunFolder, Results> results = new HashMap<>();

  /**
   * The runs below {@code workspace} now, newest first. A run whose files cannot be read at this
   * moment is left out.
   *
   * @throws DataException if the folder itself cannot be read
   */
  public List<RunRow> scan(Path workspace, Instant now) throws DataException {
    if (!Files.isDirectory(workspace)) {
      return List.of();
    }
    List<RunRow> rows = new ArrayList<>();
    for (RunFolder folder : RunScan.below(workspace)) {
      read(folder, now).ifPresent(rows::add);
    }
    rows.sort((a, b) -> order(b).compareTo(order(a)));
    return rows;
  }

  private Optional<RunRow> read(RunFolder folder, Instant now) {
    try {
      Results known = results.computeIfAbsent(folder, Results::new);
      return Optional.of(
          RunRow.of(RunSummary.read(folder), known.read(), RunNotes.read(folder.notes()), now));
    } catch (DataException e) {
      // Being created or deleted right now, or spoilt: the next scan looks again.
      return Optional.empty();
    }
  }

  private static Instant order(RunRow row) {
    return row.startedAt().orElse(Instant.MIN);
  }

  /** The results of one run, of which each scan reads only the new ones. */
  private static final class Results {

    private final EventReader reader;
    private EpochResults epochs = new EpochResults();
    private int generation;

    Results(RunFolder folder) {
      this.reader = new EventReader(folder.events());
    }

    EpochResults read() throws DataException {
      var events = reader.poll();
      if (reader.generation() != generation) {
        generation = reader.generation();
        epochs = new EpochResults();
      }
      events.forEach(epochs::tell);
      return epochs;
    }
  }
}
