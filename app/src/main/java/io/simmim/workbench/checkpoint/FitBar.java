package io.simmim.workbench.checkpoint;

import atlantafx.base.controls.Popover;
import io.simmim.workbench.fx.InWords;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** How many tensors fit the model, and how many do not; a click shows which. */
final class FitBar extends HBox {

  private final Consumer<String> copy;
  private final Label health = new Label();

  FitBar(Consumer<String> copy, ObservableValue<TensorsViewModel.Health> read) {
    this.copy = copy;
    setId("verdict-fit");
    getStyleClass().add("fit-bar");
    health.setId("verdict-health");
    health.setMinWidth(USE_PREF_SIZE);
    read.subscribe(this::show);
  }

  void show(List<FitGroup> groups) {
    getChildren().clear();
    if (!groups.isEmpty()) {
      Label title = new Label("Tensors of the model");
      title.getStyleClass().addAll("muted", "small");
      title.setMinWidth(USE_PREF_SIZE);
      getChildren().add(title);
    }
    groups.forEach(group -> getChildren().add(chip(group)));
    getChildren().add(health);
  }

  private void show(TensorsViewModel.Health now) {
    health.getStyleClass().setAll("label", "chip", now.values() > 0 ? "chip-bad" : "chip-good");
    health.setVisible(now.complete());
    health.setText(
        now.values() == 0
            ? "no NaN or Inf"
            : InWords.count(now.values())
                + " NaN or Inf in "
                + InWords.count(now.tensors())
                + (now.tensors() == 1 ? " tensor" : " tensors"));
  }

  private Button chip(FitGroup group) {
    int count = group.tensors().size();
    Button chip = new Button(InWords.count(count) + " " + group.title());
    chip.setId("fit-" + group.id());
    chip.getStyleClass().addAll("chip", "flat");
    chip.getStyleClass().add(count == 0 ? "chip-none" : group.trouble() ? "chip-bad" : "chip-good");
    chip.setTooltip(new Tooltip(group.why() + (count == 0 ? "" : " Click to see which.")));
    chip.setAccessibleText(chip.getText() + ". " + group.why());
    chip.setMinWidth(USE_PREF_SIZE);
    chip.setDisable(count == 0);
    chip.setOnAction(event -> showNames(chip, group));
    return chip;
  }

  private void showNames(Button chip, FitGroup group) {
    Popover popover = new Popover(new NameList(group, copy));
    popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
    popover.setDetachable(false);
    popover.setHeaderAlwaysVisible(false);
    popover.show(chip);
  }
}
