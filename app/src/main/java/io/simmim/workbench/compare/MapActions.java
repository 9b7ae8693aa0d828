package io.simmim.workbench.compare;

import io.simmim.core.run.RunFolder;
import java.util.List;

/** What a click into a heat map leads to. */
interface MapActions {

  /** Opens the page of a run. */
  void open(RunFolder run);

  /** Shows the curves of these runs, without the others. */
  void showCurves(List<RunFolder> runs);
}
