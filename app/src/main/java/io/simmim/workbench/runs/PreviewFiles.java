package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The pictures of one preview.
 *
 * @param rows probe images, each with one file for each of {@link #COLUMNS}
 */
public record PreviewFiles(List<List<Path>> rows) {

  /** What the columns show. */
  public static final List<String> COLUMNS =
      List.of("Original", "Masked", "Reconstruction", "Combined", "Error");

  public static final PreviewFiles NONE = new PreviewFiles(List.of());

  public PreviewFiles {
    rows = List.copyOf(rows);
  }

  static PreviewFiles of(RunFolder folder, RunEvent.Preview preview) {
    List<List<Path>> rows = new ArrayList<>();
    for (int probe = 0; probe < preview.probes(); probe++) {
      rows.add(
          List.of(
              folder.probeOriginal(probe),
              folder.probeMasked(probe),
              folder.probeReconstruction(preview.epoch(), probe),
              folder.probeCombined(preview.epoch(), probe),
              folder.probeError(preview.epoch(), probe)));
    }
    return new PreviewFiles(rows);
  }
}
