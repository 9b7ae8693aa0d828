package io.simmim.workbench.checkpoint;

import io.simmim.core.inspect.Inspection;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.picture.PictureLoader;
import java.nio.file.Path;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The page of an open file: verdict on top, its content in tabs below. */
final class OpenedPane extends VBox {

  private final CheckpointPageViewModel model;
  private final CheckpointActions actions;
  private final Label name = new Label();
  private final Label folder = new Label();
  private final VerdictCard verdict;
  private final ContentTabs tabs;
  private final SplitMenuButton open = new SplitMenuButton();

  OpenedPane(
      CheckpointPageViewModel model,
      CheckpointActions actions,
      PictureLoader figures,
      TensorsPane tensors) {
    this.model = model;
    this.actions = actions;
    setId("checkpoint-opened");
    getStyleClass().add("page");
    verdict = new VerdictCard(actions, model);
    tabs = new ContentTabs(model, actions, figures, tensors);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    getChildren().addAll(head(), verdict, tabs);
    model.openProperty().subscribe(this::show);
    model.file().recent().files().addListener((ListChangeListener<Path>) change -> fillMenu());
    fillMenu();
  }

  void focusSearch() {
    tabs.focusSearch();
  }

  void selectTab(int index) {
    tabs.select(index);
  }

  private HBox head() {
    name.setId("checkpoint-title");
    name.getStyleClass().add("page-title");
    name.setMinWidth(USE_PREF_SIZE);
    folder.getStyleClass().addAll("muted", "num");
    folder.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    open.setId("checkpoint-open");
    open.setText("Open…");
    open.setGraphic(Icons.of(Material2OutlinedAL.FOLDER_OPEN));
    open.setTooltip(new Tooltip("Choose a file (Ctrl+O), or one of the last ones"));
    open.setMinWidth(USE_PREF_SIZE);
    open.setOnAction(event -> actions.chooseFile());
    HBox head =
        new HBox(
            Icons.button(
                "checkpoint-close",
                Material2AL.CLOSE,
                "Close the file (Ctrl+W)",
                model.file()::close),
            name,
            folder,
            gap,
            Icons.button(
                "checkpoint-reload",
                Material2OutlinedMZ.REFRESH,
                "Read it again (F5)",
                model.file()::reload),
            open);
    head.getStyleClass().add("page-head");
    return head;
  }

  private void fillMenu() {
    open.getItems().setAll(item("A file…", actions::chooseFile));
    open.getItems().add(item("A Hugging Face folder…", actions::chooseFolder));
    if (!model.file().recent().files().isEmpty()) {
      open.getItems().add(new SeparatorMenuItem());
    }
    for (Path file : model.file().recent().files()) {
      MenuItem item = item(shortened(file), () -> actions.open(file));
      item.setMnemonicParsing(false);
      open.getItems().add(item);
    }
  }

  /** The file and the folder it is in, which tell it apart. */
  private static String shortened(Path file) {
    int names = file.getNameCount();
    return names > 2 ? "…/" + file.subpath(names - 2, names) : file.toString();
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void show(Optional<Inspection> now) {
    now.ifPresent(
        inspection -> {
          Path path = inspection.file().path();
          name.setText(String.valueOf(path.getFileName()));
          folder.setText(String.valueOf(path.getParent()));
          verdict.show(inspection);
        });
  }
}
