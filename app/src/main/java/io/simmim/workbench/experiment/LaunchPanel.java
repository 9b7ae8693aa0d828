package io.simmim.workbench.experiment;

import io.simmim.workbench.fx.Icons;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Which images, which name, which device. */
final class LaunchPanel extends VBox {

  LaunchPanel(ExperimentViewModel model, Runnable chooseData, Runnable chooseOutput) {
    getStyleClass().add("panel");
    DataViewModel data = model.data();
    LaunchViewModel launch = model.launch();
    TextField folder = new TextField();
    folder.setId("data-folder");
    folder.setPromptText("Folder of images");
    folder.setAccessibleText("Folder of images");
    // Half a path may be that of a very large folder: it counts once it is complete.
    data.folderProperty().subscribe(folder::setText);
    folder.setOnAction(event -> data.folderProperty().set(folder.getText()));
    folder
        .focusedProperty()
        .addListener((p, old, now) -> data.folderProperty().set(folder.getText()));
    Button browse =
        Icons.button(
            "data-browse",
            Material2OutlinedAL.FOLDER_OPEN,
            "Choose a folder of images (Ctrl+D)",
            chooseData);
    TextField tag = new TextField();
    tag.setId("tag");
    tag.setAccessibleText("Tag of the run");
    tag.textProperty().bindBidirectional(launch.tagProperty());
    ComboBox<String> device = new ComboBox<>(launch.devices());
    device.setId("device-choice");
    device.setAccessibleText("Device");
    device.valueProperty().bindBidirectional(launch.deviceProperty());
    device.setMaxWidth(Double.MAX_VALUE);
    HBox names = new HBox(field("Tag", tag), field("Device", device));
    names.getStyleClass().add("field-row");
    HBox images = new HBox(folder, browse);
    images.getStyleClass().add("tight-row");
    HBox.setHgrow(folder, Priority.ALWAYS);
    getChildren()
        .addAll(field("Images", images), finding(data), names, output(launch, chooseOutput));
  }

  private static VBox finding(DataViewModel data) {
    Label found = new Label();
    found.setId("data-finding");
    found.getStyleClass().add("muted");
    found.textProperty().bind(data.findingProperty());
    Label problem = new Label();
    problem.setId("data-problem");
    problem.setWrapText(true);
    problem.getStyleClass().add("form-fault");
    problem.textProperty().bind(data.problemProperty());
    for (Label label : new Label[] {found, problem}) {
      label.visibleProperty().bind(label.textProperty().isNotEmpty());
      label.managedProperty().bind(label.visibleProperty());
    }
    return new VBox(found, problem);
  }

  private static VBox output(LaunchViewModel launch, Runnable choose) {
    Button button = new Button();
    button.setId("output-folder");
    button.setGraphic(Icons.of(Material2OutlinedAL.FOLDER));
    button.getStyleClass().addAll("flat", "path-button");
    button.textProperty().bind(launch.outputProperty().map(Path::toString));
    button.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setTooltip(new Tooltip("The folder that holds the runs; choose another (Ctrl+O)"));
    button.setOnAction(event -> choose.run());
    return field("Runs folder", button);
  }

  private static VBox field(String name, Node control) {
    Label label = new Label(name);
    label.getStyleClass().add("field-name");
    VBox field = new VBox(label, control);
    field.getStyleClass().add("field");
    HBox.setHgrow(field, Priority.ALWAYS);
    field.setPrefWidth(100);
    return field;
  }
}
