package io.simmim.workbench.runs;

import io.simmim.workbench.code.CodePane;
import io.simmim.workbench.fx.Icons;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** One sentence about a run that is not simply running; the last lines of one that broke. */
final class RunBanner extends VBox {

  private static final int LAST_LINES = 5;

  private final CodePane log;
  private final Label sentence = new Label();
  private final Label lastLines = new Label();

  RunBanner(RunViewModel model, CodePane log) {
    this.log = log;
    setId("run-banner");
    sentence.setId("run-explanation");
    sentence.setWrapText(true);
    sentence.textProperty().bind(model.explanationProperty());
    lastLines.setId("run-last-lines");
    lastLines.getStyleClass().add("num");
    lastLines.setMinHeight(USE_PREF_SIZE);
    HBox head = new HBox(Icons.of(Material2OutlinedAL.INFO), sentence);
    head.getStyleClass().add("notice-head");
    getChildren().addAll(head, lastLines);
    visibleProperty().bind(model.explanationProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
    model.stateProperty().subscribe(this::dress);
    log.textProperty().addListener((p, old, now) -> dress(model.stateProperty().get()));
  }

  private void dress(RunState state) {
    boolean broke = state == RunState.CRASHED || state == RunState.FAILED;
    getStyleClass().setAll("banner", broke ? "banner-broke" : "banner-calm");
    String text = broke ? lastLines(log.text()) : "";
    lastLines.setText(text);
    lastLines.setVisible(!text.isEmpty());
    lastLines.setManaged(!text.isEmpty());
  }

  private static String lastLines(String text) {
    List<String> lines = text.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }
}
