package io.simmim.workbench.runs;

import javafx.scene.Node;

/** What is shown instead of the table while runs are compared. */
public interface Comparison {

  Node node();

  /** Shows one of its tabs, counted from 0. */
  void selectTab(int index);

  void toggleLogScale();
}
