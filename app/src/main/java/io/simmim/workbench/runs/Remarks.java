package io.simmim.workbench.runs;

import io.simmim.workbench.fx.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** How many remarks a run made; pointing at it shows them. */
final class Remarks extends Label {

  private static final int MOST = 12;
  private static final double WIDTH = 520;

  private final Tooltip all = new Tooltip();

  Remarks() {
    setId("run-remarks");
    getStyleClass().add("muted");
    setGraphic(Icons.of(Material2OutlinedAL.INFO));
    setMinWidth(USE_PREF_SIZE);
    managedProperty().bind(visibleProperty());
    all.setWrapText(true);
    all.setMaxWidth(WIDTH);
    all.setShowDelay(Duration.millis(150));
    all.setShowDuration(Duration.INDEFINITE);
    setTooltip(all);
  }

  void show(RunSnapshot snapshot) {
    List<String> remarks = new ArrayList<>(snapshot.notes());
    remarks.addAll(snapshot.warnings());
    setVisible(!remarks.isEmpty());
    setText(remarks.size() == 1 ? "1 note" : remarks.size() + " notes");
    int first = Math.max(0, remarks.size() - MOST);
    all.setText(String.join("\n\n", remarks.subList(first, remarks.size())));
    setAccessibleText(all.getText());
  }
}
