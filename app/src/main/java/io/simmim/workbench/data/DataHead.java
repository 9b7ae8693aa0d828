package io.simmim.workbench.data;

import io.simmim.workbench.fx.Icons;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Title, folder and what can be done with it. */
final class DataHead extends HBox {

  private static final double GENERATE = 264;
  private static final int[] PER_KIND = {10, 60, 200};

  DataHead(DataPageViewModel model, SampleSetViewModel samples, DataActions actions) {
    getStyleClass().add("page-head");
    Label title = new Label("Data");
    title.getStyleClass().add("page-title");
    title.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren()
        .addAll(
            title,
            folder(model, actions),
            gap,
            new ProgressChip(model, samples),
            check(model),
            generate("data-generate", samples, actions),
            use(model, actions));
  }

  private static Button folder(DataPageViewModel model, DataActions actions) {
    Button folder = new Button("Choose a folder…", Icons.of(Material2OutlinedAL.FOLDER_OPEN));
    folder.setId("data-page-folder");
    folder.setMnemonicParsing(false);
    folder.getStyleClass().addAll("flat", "path-button");
    folder.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
    folder.setMinWidth(120);
    folder.setTooltip(new Tooltip("Choose a folder of images   Ctrl+D"));
    folder.setAccessibleText("choose a folder of images");
    folder.setOnAction(event -> actions.chooseFolder());
    model
        .stateProperty()
        .subscribe(
            state -> folder.setText(state.folder().map(Path::toString).orElse("Choose a folder…")));
    return folder;
  }

  private static Button check(DataPageViewModel model) {
    Button check = new Button("Check every file", Icons.of(Material2OutlinedAL.FACT_CHECK));
    check.setId("data-check");
    check.setMinWidth(USE_PREF_SIZE);
    check.setTooltip(
        new Tooltip("Decode every file, as training would: finds damage anywhere   Ctrl+E"));
    check.setOnAction(event -> model.checkEveryFile());
    check
        .disableProperty()
        .bind(model.stateProperty().map(state -> state.report().isEmpty() || state.busy()));
    return check;
  }

  static MenuButton generate(String id, SampleSetViewModel samples, DataActions actions) {
    MenuButton menu =
        new MenuButton("Generate a sample data set…", Icons.of(Material2OutlinedAL.BRUSH));
    menu.setId(id);
    menu.setMinWidth(GENERATE);
    menu.setPrefWidth(GENERATE);
    menu.setAccessibleText("generate a sample data set");
    for (int perKind : PER_KIND) {
      MenuItem item =
          new MenuItem(
              "%d pictures of %d px, %d of each kind…"
                  .formatted(SampleSetViewModel.size(perKind), SampleSetViewModel.SIDE, perKind));
      item.setOnAction(event -> actions.generateSamples(perKind));
      menu.getItems().add(item);
    }
    menu.disableProperty().bind(samples.busyProperty());
    return menu;
  }

  private static Button use(DataPageViewModel model, DataActions actions) {
    Button use = new Button("Use for training", Icons.of(Material2OutlinedMZ.TUNE));
    use.setId("data-use");
    use.getStyleClass().add("accent");
    use.setMinWidth(USE_PREF_SIZE);
    use.setTooltip(new Tooltip("Make it the data folder of the page Experiment   Ctrl+Enter"));
    use.setOnAction(event -> actions.useForTraining());
    use.disableProperty().bind(model.stateProperty().map(state -> state.report().isEmpty()));
    return use;
  }
}
