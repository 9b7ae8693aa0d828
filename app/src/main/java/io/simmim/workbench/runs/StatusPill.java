package io.simmim.workbench.runs;

import javafx.scene.control.Label;

/** The state of a run as a coloured word. */
public final class StatusPill extends Label {

  /** Takes the word and the colour of a state. */
  public void show(RunState state) {
    setText(state.word());
    getStyleClass().setAll("label", "pill", "pill-" + state.word());
  }
}
