package io.simmim.workbench.data;

import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.Segments;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** What the model sees of the chosen picture. */
final class SightPane extends VBox {

  private final StageStrip strip = new StageStrip();
  private final Label message = new Label();

  SightPane(DataPageViewModel page, SightViewModel model, DataActions actions) {
    getStyleClass().addAll("panel", "sight");
    message.setId("sight-fault");
    message.setWrapText(true);
    message.getStyleClass().addAll("muted", "sight-message");
    ScrollPane scroll = new ScrollPane(strip);
    scroll.getStyleClass().add("edge-to-edge");
    scroll.setFitToHeight(true);
    scroll.setFitToWidth(true);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinHeight(0);
    StackPane place = new StackPane(scroll, message);
    place.setMinHeight(0);
    VBox.setVgrow(place, Priority.ALWAYS);
    getChildren().addAll(head(page, model, actions), place, note(model));
    model.stagesProperty().subscribe(strip::show);
    model.faultProperty().subscribe(this::say);
    page.stateProperty().subscribe(state -> say(model.faultProperty().get()));
  }

  private void say(String fault) {
    message.setText(fault);
    message.setVisible(!fault.isEmpty());
  }

  private HBox head(DataPageViewModel page, SightViewModel model, DataActions actions) {
    Label title = new Label("What the model sees");
    title.getStyleClass().add("section-title");
    title.setMinWidth(USE_PREF_SIZE);
    Segments<SeenBy> by = new Segments<>("sight-by", SeenBy::says, model.byProperty()::set);
    by.offer(List.of(SeenBy.values()), SeenBy::title);
    by.setMinWidth(USE_PREF_SIZE);
    model.byProperty().subscribe(by::select);
    Label file = new Label();
    file.setId("sight-file");
    file.getStyleClass().addAll("num", "muted");
    page.selectedProperty()
        .subscribe(now -> file.setText(now.map(f -> f.getFileName().toString()).orElse("")));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button masks =
        Icons.button(
            "sight-masks",
            Material2OutlinedAL.GRID_ON,
            "Explore masks on this picture",
            actions::openInMasks);
    masks.disableProperty().bind(page.selectedProperty().map(java.util.Optional::isEmpty));
    HBox head = new HBox(title, by, file, gap, epoch(model), masks);
    head.getStyleClass().addAll("panel-head", "sight-head");
    return head;
  }

  private static Label note(SightViewModel model) {
    Label note = new Label();
    note.setId("sight-note");
    note.getStyleClass().addAll("small", "sight-note");
    note.setTooltip(new Tooltip());
    note.getTooltip().textProperty().bind(note.textProperty());
    note.textProperty().bind(model.noteProperty());
    note.setMinHeight(USE_PREF_SIZE);
    note.managedProperty().bind(note.textProperty().isNotEmpty());
    return note;
  }

  private static HBox epoch(SightViewModel model) {
    Label epoch = new Label();
    epoch.setId("sight-epoch");
    epoch.getStyleClass().add("num");
    epoch.setMinWidth(Region.USE_PREF_SIZE);
    epoch.textProperty().bind(model.epochProperty().map(now -> "epoch " + now));
    epoch.setTooltip(
        new Tooltip("Exactly what a training with the open configuration and its seed sees then"));
    Button back =
        Icons.button("sight-back", Material2AL.CHEVRON_LEFT, "The epoch before", model::back);
    back.disableProperty().bind(model.epochProperty().isEqualTo(0));
    Button again = new Button("Again");
    again.setId("sight-again");
    again.getStyleClass().add("small");
    again.setMinWidth(USE_PREF_SIZE);
    again.setTooltip(new Tooltip("The same picture in the next epoch   Ctrl+R"));
    again.setOnAction(event -> model.again());
    HBox box = new HBox(back, epoch, again);
    box.getStyleClass().add("tight-row");
    return box;
  }
}
