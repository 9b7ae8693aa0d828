package io.simmim.workbench.masks;

import atlantafx.base.controls.CaptionMenuItem;
import io.simmim.workbench.fx.Icons;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;

/** Chooses the checkpoint of one slot. */
public final class CheckpointMenu extends MenuButton {

  private static final double WIDEST = 216;

  private final ModelSlot slot;
  private final MasksActions actions;
  private final String none;

  /**
   * @param none what to say while there is no model
   */
  public CheckpointMenu(String id, Ikon icon, String none, ModelSlot slot, MasksActions actions) {
    this.slot = slot;
    this.actions = actions;
    this.none = none;
    setId(id);
    setGraphic(Icons.of(icon));
    setMaxWidth(WIDEST);
    setMnemonicParsing(false);
    fill(new MasksActions.Checkpoints(List.of(), List.of(), Optional.empty()));
    setOnShowing(event -> actions.findCheckpoints(this::fill));
    slot.stateProperty().subscribe(this::showState);
  }

  private void showState(ModelState state) {
    boolean used = state.file().isPresent() && state.problem().isEmpty();
    String words = used ? ModelNames.of(state.file().get()) : none;
    setText(words);
    setAccessibleText(words);
    setTooltip(new Tooltip(used ? told(state) : none));
  }

  private static String told(ModelState state) {
    List<String> lines = new ArrayList<>(state.remarks());
    lines.add(0, state.file().orElseThrow().toString());
    return String.join("\n", lines);
  }

  private void fill(MasksActions.Checkpoints found) {
    List<MenuItem> items = new ArrayList<>();
    Map<Path, String> names = ModelNames.apart(found.all());
    MenuItem without = new MenuItem("No model");
    without.setOnAction(event -> slot.clear());
    MenuItem open = new MenuItem("Open…");
    open.setOnAction(event -> actions.openCheckpoint(slot));
    items.add(without);
    items.add(open);
    section(items, "Comes with the program", found.demo().stream().toList(), names);
    section(items, "Recent", found.recent(), names);
    section(items, "Of your runs", found.ofRuns(), names);
    getItems().setAll(items);
  }

  private void section(
      List<MenuItem> items, String title, List<Path> files, Map<Path, String> names) {
    if (files.isEmpty()) {
      return;
    }
    items.add(new CaptionMenuItem(title));
    for (Path file : files) {
      MenuItem item = new MenuItem(names.get(file));
      item.setMnemonicParsing(false);
      item.setOnAction(event -> actions.useCheckpoint(slot, file));
      items.add(item);
    }
  }
}
