package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.picture.PictureGrid;
import io.simmim.workbench.picture.PictureLoader;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The reconstructions of the probe images, with a slider over the epochs that have some. */
public final class StripView extends VBox {

  private final StripViewModel model;
  private final PictureLoader loader;
  private final PictureGrid grid = new PictureGrid("strip-picture", PreviewFiles.COLUMNS);
  private final Slider slider = new Slider(0, 0, 0);
  private final Label caption = new Label();

  public StripView(StripViewModel model, PictureLoader loader) {
    this.model = model;
    this.loader = loader;
    setId("strip");
    getStyleClass().add("strip");
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("edge-to-edge");
    StackPane body = new StackPane(scroll, emptyText());
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(head(), body, footer());
    slider.setId("strip-slider");
    slider.setAccessibleText("epoch of the shown reconstructions");
    slider.setBlockIncrement(1);
    slider.valueProperty().addListener((p, old, now) -> chosen(now.doubleValue()));
    model.indexProperty().addListener((p, old, now) -> showPosition());
    model.previews().addListener((ListChangeListener<RunEvent.Preview>) c -> showPosition());
    model.filesProperty().subscribe(this::load);
    showPosition();
  }

  /** The grid of pictures, which knows what width suits it. */
  PictureGrid grid() {
    return grid;
  }

  /** Shows the preview {@code by} places later. */
  void move(int by) {
    model.choose(model.indexProperty().get() + by);
  }

  private HBox head() {
    Label title = new Label("Reconstructions");
    title.getStyleClass().add("section-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    caption.setId("strip-caption");
    caption.getStyleClass().addAll("num", "muted");
    HBox head = new HBox(title, gap, caption);
    head.getStyleClass().add("chart-head");
    return head;
  }

  private HBox footer() {
    Button newest =
        Icons.button(
            "strip-newest",
            Material2OutlinedAL.LAST_PAGE,
            "Follow the newest",
            () -> model.choose(model.previews().size() - 1));
    newest.disableProperty().bind(model.followingProperty());
    HBox.setHgrow(slider, Priority.ALWAYS);
    HBox footer = new HBox(new Player("strip", model::playOn), slider, newest);
    footer.getStyleClass().add("strip-footer");
    footer.disableProperty().bind(Bindings.size(model.previews()).lessThan(2));
    return footer;
  }

  private VBox emptyText() {
    Label text =
        new Label("The probe images appear here, reconstructed, with the first checkpoint.");
    text.setWrapText(true);
    text.getStyleClass().add("muted");
    VBox box = new VBox(Icons.of(Material2OutlinedMZ.PHOTO_LIBRARY), text);
    box.getStyleClass().add("empty");
    box.visibleProperty().bind(Bindings.isEmpty(model.previews()));
    return box;
  }

  private void chosen(double value) {
    int index = (int) Math.round(value);
    if (index != model.indexProperty().get()) {
      model.choose(index);
    }
  }

  private void showPosition() {
    List<RunEvent.Preview> previews = model.previews();
    int index = model.indexProperty().get();
    slider.setMax(Math.max(0, previews.size() - 1));
    if (index < 0 || index >= previews.size()) {
      caption.setText("");
      return;
    }
    slider.setValue(index);
    RunEvent.Preview preview = previews.get(index);
    caption.setText("epoch " + (preview.epoch() + 1) + "   loss " + InWords.number(preview.loss()));
    layOut();
  }

  // When a finished run is opened, everything arrives while its page becomes visible, and requests
  // for layout from here then no longer get through the panes above. Seen, not understood.
  private void layOut() {
    if (getScene() != null) {
      layout();
    }
  }

  private void load(PreviewFiles files) {
    loader.load(
        files.rows(),
        rows -> {
          // The user may have moved on while these were read.
          if (files.equals(model.filesProperty().get())) {
            grid.show(rows);
            layOut();
          }
        });
  }
}
