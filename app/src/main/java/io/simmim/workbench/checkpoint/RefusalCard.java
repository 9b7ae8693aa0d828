package io.simmim.workbench.checkpoint;

import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.shell.DetailsFold;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** One plain sentence about what went wrong, with details to unfold and to copy. */
final class RefusalCard extends VBox {

  /**
   * @param ways out of it
   */
  RefusalCard(String sentence, String details, Consumer<String> copy, Node... ways) {
    setId("refusal");
    setMaxHeight(USE_PREF_SIZE);
    getStyleClass().addAll("refusal-card", "notice-failed");
    FontIcon icon = Icons.of(Material2OutlinedAL.ERROR_OUTLINE);
    icon.getStyleClass().add("danger");
    Label text = new Label(sentence);
    text.setId("refusal-sentence");
    text.getStyleClass().add("verdict-sentence");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox head =
        new HBox(
            icon,
            text,
            Icons.button(
                "refusal-copy",
                Material2AL.CONTENT_COPY,
                "Copy the message with its details",
                () -> copy.accept((sentence + "\n\n" + details).strip())));
    head.getStyleClass().add("notice-head");
    getChildren().add(head);
    if (!details.isBlank()) {
      getChildren().add(new DetailsFold("refusal-details", details));
    }
    if (ways.length > 0) {
      HBox row = new HBox(ways);
      row.getStyleClass().add("tight-row");
      getChildren().add(row);
    }
  }
}
