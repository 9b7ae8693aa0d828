package io.simmim.workbench.masks;

import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.Segments;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Picture, checkpoints, layout and export. */
final class MasksHead extends HBox {

  private final MasksViewModel model;
  private final MasksActions actions;
  private final StageView stage;

  MasksHead(MasksViewModel model, MasksActions actions, StageView stage) {
    this.model = model;
    this.actions = actions;
    this.stage = stage;
    getStyleClass().add("page-head");
    Label title = new Label("Masks");
    title.getStyleClass().add("page-title");
    title.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    CheckpointMenu second =
        new CheckpointMenu(
            "masks-compare", Material2OutlinedAL.COMPARE, "Compare with…", model.second(), actions);
    getChildren()
        .addAll(
            title,
            new PictureMenu("masks-picture", model, actions::openPicture, actions::paste),
            new CheckpointMenu(
                "masks-checkpoint",
                Material2OutlinedAL.LAYERS,
                "Choose a checkpoint…",
                model.first(),
                actions),
            second,
            gap,
            keepVisible(),
            modes(),
            exportMenu());
  }

  private ToggleButton keepVisible() {
    ToggleButton keep =
        Icons.dress(
            new ToggleButton(),
            "masks-keep",
            Material2OutlinedMZ.VISIBILITY,
            "Keep visible patches as they are, predict only the hidden ones (Alt+4)");
    keep.selectedProperty().bindBidirectional(model.keepVisibleProperty());
    return keep;
  }

  private Segments<StageMode> modes() {
    Segments<StageMode> modes =
        new Segments<>(
            "masks-mode",
            mode -> mode.says() + "  Alt+" + (mode.ordinal() + 1),
            model.modeProperty()::set);
    modes.offer(List.of(StageMode.values()), StageMode::title);
    modes.setMinWidth(USE_PREF_SIZE);
    modes.setMaxHeight(USE_PREF_SIZE);
    model.modeProperty().subscribe(modes::select);
    return modes;
  }

  private MenuButton exportMenu() {
    MenuButton menu = new MenuButton("", Icons.of(Material2OutlinedMZ.SAVE_ALT));
    menu.setId("masks-export");
    menu.setAccessibleText("export as PNG");
    menu.getItems()
        .addAll(
            item(
                "These pictures as PNG…   Ctrl+S",
                () -> actions.exportView(stage.dividerProperty().get())),
            item("Figure of nine ratios as PNG…", actions::exportFigure));
    return menu;
  }

  private static MenuItem item(String title, Runnable action) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(event -> action.run());
    return item;
  }
}
