package io.simmim.workbench.runs;

import io.simmim.workbench.chart.ChartColors;
import javafx.scene.Node;

/** What the page of a run shows of a run at one stage. */
interface StageBody {

  /** Name of the tab that it fills. */
  String title();

  Node node();

  void show(FollowedRun run);

  /** Another run is shown: forgets what the user set for the one before. */
  void reset();

  void setColors(ChartColors colors);

  void toggleLogScale();

  /** Shows the pictures {@code by} places later, where there are any. */
  void movePreview(int by);
}
