package io.simmim.workbench.compare;

import io.simmim.workbench.picture.PictureGrid;
import io.simmim.workbench.picture.PictureLoader;
import io.simmim.workbench.runs.Player;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The same probe images as each run reconstructs them, with one slider over the epochs. */
final class ProbesPane extends VBox {

  private static final double SMALLEST = 112;
  private static final double HEAD = 52;

  private final CompareViewModel model;
  private final PictureLoader loader;
  private final Slider slider = new Slider(0, 0, 0);
  private final Label caption = new Label();
  private final Label empty = new Label("None of these runs has reconstructions.");
  private final ScrollPane scroll = new ScrollPane();
  private List<String> columns = List.of();
  private PictureGrid grid;

  ProbesPane(CompareViewModel model, PictureLoader loader) {
    this.model = model;
    this.loader = loader;
    setId("compare-probes");
    getStyleClass().add("strip");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    empty.getStyleClass().add("muted");
    StackPane body = new StackPane(scroll, empty);
    VBox.setVgrow(body, Priority.ALWAYS);
    caption.setId("compare-epoch");
    caption.getStyleClass().addAll("num", "muted");
    caption.setMinWidth(Label.USE_PREF_SIZE);
    slider.setId("compare-slider");
    slider.setAccessibleText("epoch of the shown reconstructions");
    slider.setBlockIncrement(1);
    HBox.setHgrow(slider, Priority.ALWAYS);
    HBox footer = new HBox(new Player("compare", model::playOn), slider, caption);
    footer.getStyleClass().add("strip-footer");
    getChildren().addAll(body, footer);
    slider
        .valueProperty()
        .addListener((p, old, now) -> chosen((int) Math.round(now.doubleValue())));
    model.epochsProperty().subscribe(epochs -> showPosition());
    model.epochProperty().subscribe(epoch -> showPosition());
    model.probesProperty().subscribe(this::show);
  }

  private void chosen(int index) {
    List<Integer> epochs = model.epochsProperty().get();
    if (index >= 0 && index < epochs.size()) {
      model.epochProperty().set(epochs.get(index));
    }
  }

  private void showPosition() {
    List<Integer> epochs = model.epochsProperty().get();
    Integer epoch = model.epochProperty().get();
    slider.setMax(Math.max(0, epochs.size() - 1));
    slider.setDisable(epochs.size() < 2);
    if (epoch != null && epochs.contains(epoch)) {
      slider.setValue(epochs.indexOf(epoch));
    }
    caption.setText(epoch == null ? "" : "epoch " + (epoch + 1));
  }

  private void show(ProbeTable table) {
    empty.setVisible(table.rows().isEmpty());
    scroll.setVisible(!table.rows().isEmpty());
    if (table.columns().isEmpty()) {
      return;
    }
    loader.load(
        table.rows(),
        pictures -> {
          // The user may have moved on while these were read.
          if (table.equals(model.probesProperty().get())) {
            gridOf(table.columns()).show(pictures);
          }
        });
  }

  private PictureGrid gridOf(List<String> wanted) {
    if (!wanted.equals(columns)) {
      columns = wanted;
      grid = new PictureGrid("compare-picture", wanted, SMALLEST, HEAD);
      scroll.setContent(grid);
    }
    return grid;
  }
}
