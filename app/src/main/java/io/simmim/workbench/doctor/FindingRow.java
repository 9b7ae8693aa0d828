package io.simmim.workbench.doctor;

import io.simmim.core.doctor.Finding;
import io.simmim.workbench.fx.Icons;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** One finding: how good it is, what it is about, what was found, and what to do about it. */
final class FindingRow extends HBox {

  private static final double TOPIC = 96;

  /**
   * @param number of the row, for its id
   * @param topic shown before the sentence; empty when it is that of the row above
   */
  FindingRow(int number, Finding finding, String topic) {
    getStyleClass().add("finding");
    setId("doctor-finding-" + number);
    setFillHeight(false);
    Label name = new Label(topic);
    name.getStyleClass().add("finding-topic");
    name.setMinWidth(TOPIC);
    name.setPrefWidth(TOPIC);
    Label sentence = words(finding.sentence());
    sentence.setId("doctor-sentence-" + number);
    VBox says = new VBox(2, sentence);
    if (!finding.remedy().isEmpty()) {
      Label remedy = words(finding.remedy());
      remedy.setId("doctor-remedy-" + number);
      remedy.getStyleClass().add("finding-remedy");
      says.getChildren().add(remedy);
    }
    HBox.setHgrow(says, Priority.ALWAYS);
    getChildren().addAll(icon(finding.level()), name, says);
    setAccessibleText(finding.topic() + ": " + finding.sentence() + " " + finding.remedy());
  }

  private static Label words(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  static FontIcon icon(Finding.Level level) {
    FontIcon icon = Icons.of(ikon(level));
    switch (level) {
      case GOOD -> icon.getStyleClass().add("success");
      case NOTE -> icon.getStyleClass().add("attention");
      case FAULT -> icon.getStyleClass().add("danger");
    }
    return icon;
  }

  private static Ikon ikon(Finding.Level level) {
    return switch (level) {
      case GOOD -> Material2OutlinedAL.CHECK_CIRCLE_OUTLINE;
      case NOTE -> Material2OutlinedAL.INFO;
      case FAULT -> Material2OutlinedAL.ERROR_OUTLINE;
    };
  }
}
