package io.simmim.workbench.chart;

import java.io.IOException;
import java.nio.file.Path;

/** A chart as it was at one moment, ready to be written on any thread. */
@FunctionalInterface
public interface ChartFile {

  /** Writes it, replacing the file. */
  void write(ChartExport.Format format, Path file) throws IOException;
}
