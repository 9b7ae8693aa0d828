package io.simmim.workbench.shell;

import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;

/** Technical text that is out of the way until it is asked for. */
public final class DetailsFold extends TitledPane {

  private static final int LINES = 8;

  public DetailsFold(String id, String details) {
    TextArea text = new TextArea(details);
    text.setEditable(false);
    text.setPrefRowCount(LINES);
    text.getStyleClass().add("code");
    setText("Details");
    setContent(text);
    setId(id);
    setExpanded(false);
    setAnimated(false);
    getStyleClass().add("dense");
  }
}
