package io.simmim.workbench.checkpoint;

import io.simmim.workbench.fx.Icons;
import java.nio.file.Path;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The page without a file: where to drop one, which were open last, what can be opened. */
final class WelcomePane extends BorderPane {

  private static final String SAFE =
      "Nothing in a file is ever run: a harmful one is refused with a sentence.";

  private final CheckpointActions actions;
  private final VBox recent = new VBox();

  WelcomePane(RecentFiles files, CheckpointActions actions) {
    this.actions = actions;
    setId("checkpoint-welcome");
    getStyleClass().addAll("page", "welcome");
    Label title = new Label("Checkpoint");
    title.getStyleClass().add("page-title");
    HBox head = new HBox(title);
    head.getStyleClass().add("page-head");
    setTop(head);
    recent.setId("checkpoint-recent");
    recent.getStyleClass().add("recent");
    VBox content = new VBox(dropZone(), recent);
    content.getStyleClass().add("welcome-content");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("edge-to-edge");
    setCenter(scroll);
    files.files().addListener((ListChangeListener<Path>) change -> showRecent(files));
    showRecent(files);
  }

  private VBox dropZone() {
    Label call = new Label("Drop a checkpoint anywhere on the window");
    call.getStyleClass().add("welcome-call");
    Label what = new Label("and see what it is, what can be done with it and what is inside.");
    what.getStyleClass().add("muted");
    Button file = new Button("Open a file…", Icons.of(Material2OutlinedAL.FOLDER_OPEN));
    file.setId("welcome-open");
    file.getStyleClass().add("accent");
    file.setTooltip(new Tooltip("Choose a file (Ctrl+O)"));
    file.setOnAction(event -> actions.chooseFile());
    Button folder = new Button("Open a Hugging Face folder…");
    folder.setId("welcome-folder");
    folder.setOnAction(event -> actions.chooseFolder());
    HBox buttons = new HBox(file, folder);
    buttons.getStyleClass().add("welcome-buttons");
    VBox zone = new VBox(Icons.of(Material2OutlinedAL.GET_APP), call, what, buttons, kinds());
    zone.getStyleClass().add("drop-zone");
    zone.setMinHeight(USE_PREF_SIZE);
    return zone;
  }

  private static VBox kinds() {
    Label formats = new Label(".pth, .pt, .bin of any PyTorch   ·   .safetensors");
    Label names =
        new Label("SimMIM and Swin repositories   ·   Hugging Face   ·   timm   ·   MMPretrain");
    Label safe = new Label(SAFE, Icons.of(Material2OutlinedMZ.VERIFIED_USER));
    VBox kinds = new VBox(formats, names, safe);
    kinds.getChildren().forEach(label -> label.getStyleClass().addAll("muted", "small"));
    kinds.getStyleClass().add("welcome-kinds");
    return kinds;
  }

  private void showRecent(RecentFiles files) {
    recent.getChildren().clear();
    recent.setVisible(!files.files().isEmpty());
    if (files.files().isEmpty()) {
      return;
    }
    Label title = new Label("Opened lately");
    title.getStyleClass().add("section-title");
    recent.getChildren().add(title);
    files.files().forEach(file -> recent.getChildren().add(link(file)));
  }

  private HBox link(Path file) {
    Hyperlink link = new Hyperlink(String.valueOf(file.getFileName()));
    link.setGraphic(Icons.of(Material2OutlinedAL.DESCRIPTION));
    link.setMinWidth(USE_PREF_SIZE);
    link.setOnAction(event -> actions.open(file));
    link.setAccessibleText("Open " + file);
    Label folder = new Label(String.valueOf(file.getParent()));
    folder.getStyleClass().addAll("muted", "num");
    folder.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
    HBox row = new HBox(link, folder);
    row.getStyleClass().add("tight-row");
    return row;
  }
}
