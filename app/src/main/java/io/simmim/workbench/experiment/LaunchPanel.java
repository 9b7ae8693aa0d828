package io.simmim.workbench.experiment;

import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.launch.RunStage;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Which checkpoint, which images, which name, which device: as far as the stage needs them. */
final class LaunchPanel extends VBox {

  private static final double DEVICE_WIDTH = 96;

  private final ExperimentViewModel model;

  LaunchPanel(ExperimentViewModel model, ExperimentActions actions) {
    this.model = model;
    getStyleClass().add("panel");
    getChildren()
        .addAll(
            checkpoint(actions::chooseCheckpoint),
            images(actions::chooseData),
            names(model.launch()),
            output(model.launch(), actions::chooseOutput));
  }

  private VBox checkpoint(Runnable choose) {
    CheckpointViewModel checkpoint = model.checkpoint();
    Label name = new Label();
    name.setId("checkpoint-name");
    name.getStyleClass().add("field-name");
    name.textProperty()
        .bind(
            model
                .stageProperty()
                .map(s -> s == RunStage.EVALUATE ? "Checkpoint" : "Pre-trained checkpoint"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(name, gap, partly(checkpoint));
    head.getStyleClass().add("field-head");
    Button browse = Fields.browse("checkpoint-browse", "Choose a checkpoint (Ctrl+E)", choose);
    HBox path = Fields.path("checkpoint-file", "Checkpoint", checkpoint.fileProperty(), browse);
    TextField field = (TextField) path.getChildren().get(0);
    field
        .promptTextProperty()
        .bind(
            model
                .stageProperty()
                .map(s -> s == RunStage.EVALUATE ? "A .pth file" : "None: start from scratch"));
    VBox box =
        new VBox(
            Fields.stacked(head, path),
            Fields.findings(
                "checkpoint", checkpoint.findingProperty(), checkpoint.problemProperty()));
    box.getStyleClass().add("field");
    Fields.showWhile(box, model.stageProperty().map(RunStage::classifies));
    return box;
  }

  private CheckBox partly(CheckpointViewModel checkpoint) {
    CheckBox box = new CheckBox("allow partial");
    box.setId("allow-partial");
    box.getStyleClass().add("small-check");
    box.setTooltip(
        new Tooltip("Parameters of the encoder that the checkpoint lacks stay at random values"));
    box.selectedProperty().bindBidirectional(checkpoint.partlyProperty());
    box.visibleProperty()
        .bind(
            model
                .stageProperty()
                .isEqualTo(RunStage.FINETUNE)
                .and(checkpoint.fileProperty().isNotEmpty()));
    return box;
  }

  private VBox images(Runnable choose) {
    DataViewModel data = model.data();
    Button browse = Fields.browse("data-browse", "Choose a folder of images (Ctrl+D)", choose);
    HBox path = Fields.path("data-folder", "Folder of images", data.folderProperty(), browse);
    VBox box =
        new VBox(
            Fields.named("Images", path),
            Fields.findings("data", data.findingProperty(), data.problemProperty()));
    box.getStyleClass().add("field");
    Fields.showWhile(box, model.stageProperty().map(RunStage::needsImages));
    return box;
  }

  private static HBox names(LaunchViewModel launch) {
    TextField tag = new TextField();
    tag.setId("tag");
    tag.setAccessibleText("Tag of the run");
    tag.textProperty().bindBidirectional(launch.tagProperty());
    ComboBox<String> device = new ComboBox<>(launch.devices());
    device.setId("device-choice");
    device.setAccessibleText("Device");
    device.valueProperty().bindBidirectional(launch.deviceProperty());
    device.setMaxWidth(Double.MAX_VALUE);
    VBox narrow = Fields.named("Device", device);
    HBox.setHgrow(narrow, Priority.NEVER);
    narrow.setMinWidth(DEVICE_WIDTH);
    HBox names = new HBox(Fields.named("Tag", tag), narrow);
    names.getStyleClass().add("field-row");
    return names;
  }

  private static HBox output(LaunchViewModel launch, Runnable choose) {
    Button button = new Button();
    button.setId("output-folder");
    button.setGraphic(Icons.of(Material2OutlinedAL.FOLDER));
    button.getStyleClass().addAll("flat", "path-button");
    button.textProperty().bind(launch.outputProperty().map(Path::toString));
    button.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setTooltip(new Tooltip("The folder that holds the runs; choose another (Ctrl+Shift+O)"));
    button.setOnAction(event -> choose.run());
    HBox.setHgrow(button, Priority.ALWAYS);
    Label name = new Label("Runs in");
    name.getStyleClass().add("field-name");
    name.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(name, button);
    row.getStyleClass().add("field-head");
    return row;
  }
}
