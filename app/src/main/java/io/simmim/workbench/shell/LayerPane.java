package io.simmim.workbench.shell;

import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/** Where a {@link Layer} is shown: over a scrim, with the focus, which it gives back. */
final class LayerPane extends StackPane {

  private final Layer layer;
  private Node focusedBefore;

  LayerPane(Layer layer) {
    this.layer = layer;
    getStyleClass().addAll("scrim", "layer-place");
    setVisible(false);
    addEventHandler(MouseEvent.MOUSE_CLICKED, event -> layer.open().set(false));
    layer.open().addListener((p, old, now) -> show(now));
  }

  /** Closes it; false when it was not open. */
  boolean close() {
    boolean was = layer.open().get();
    layer.open().set(false);
    return was;
  }

  private void show(boolean now) {
    if (now && getChildren().isEmpty()) {
      Node content = layer.content().get();
      content.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
      content.visibleProperty().bind(visibleProperty());
      getChildren().add(content);
    }
    if (now) {
      focusedBefore = getScene().getFocusOwner();
    }
    setVisible(now);
    if (now) {
      getChildren().get(0).requestFocus();
    } else if (focusedBefore != null) {
      focusedBefore.requestFocus();
    }
  }
}
