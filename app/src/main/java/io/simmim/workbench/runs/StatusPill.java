package io.simmim.workbench.runs;

import javafx.scene.control.Label;

/** The state of a run as a coloured word. */
final class StatusPill extends Label {

  void show(RunState state) {
    setText(state.word());
    getStyleClass().setAll("label", "pill", "pill-" + state.word());
  }
}
