package io.simmim.workbench.experiment;

import io.simmim.core.config.ConfigFault;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** All faults of the configuration, each a link to its line. */
final class FaultList extends VBox {

  private static final int MOST = 4;

  private final Consumer<ConfigFault> goTo;

  FaultList(Consumer<ConfigFault> goTo) {
    this.goTo = goTo;
    setId("faults");
    getStyleClass().add("fault-list");
    show(List.of());
  }

  void show(List<ConfigFault> faults) {
    setVisible(!faults.isEmpty());
    setManaged(!faults.isEmpty());
    getChildren().clear();
    faults.stream().limit(MOST).forEach(this::add);
    if (faults.size() > MOST) {
      Label more = new Label("and " + (faults.size() - MOST) + " more");
      more.getStyleClass().add("muted");
      getChildren().add(more);
    }
  }

  private void add(ConfigFault fault) {
    String place = fault.line() > 0 ? "line " + fault.line() + "  " : "";
    String key = fault.key().isEmpty() ? "" : fault.key() + ": ";
    Hyperlink link = new Hyperlink(place + key + fault.message());
    link.setWrapText(true);
    link.setMinHeight(USE_PREF_SIZE);
    link.setMaxWidth(Double.MAX_VALUE);
    link.getStyleClass().add("fault-link");
    link.setOnAction(event -> goTo.accept(fault));
    getChildren().add(link);
  }
}
