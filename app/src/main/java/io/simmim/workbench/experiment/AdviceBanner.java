package io.simmim.workbench.experiment;

import io.simmim.workbench.fx.Icons;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Why a configuration was proposed. */
final class AdviceBanner extends HBox {

  AdviceBanner(StringProperty advice) {
    getStyleClass().addAll("banner", "banner-calm", "advice");
    Label sentence = new Label();
    sentence.setId("config-advice");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence.textProperty().bind(advice);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    Button close =
        Icons.button("config-advice-close", Material2AL.CLOSE, "Dismiss", () -> advice.set(""));
    getChildren().addAll(Icons.of(Material2OutlinedAL.INFO), sentence, close);
    setMinHeight(USE_PREF_SIZE);
    visibleProperty().bind(advice.isNotEmpty());
    managedProperty().bind(visibleProperty());
  }
}
