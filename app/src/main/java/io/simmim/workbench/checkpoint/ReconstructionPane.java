package io.simmim.workbench.checkpoint;

import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.picture.PictureLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Pictures that the checkpoint filled in, under the mask's controls. */
final class ReconstructionPane extends VBox {

  private final ReconstructionViewModel model;
  private final CheckpointActions actions;
  private final PictureLoader loader;
  private final VBox figures = new VBox();
  private final VBox problem = new VBox();
  private final Waiting waiting;

  ReconstructionPane(
      ReconstructionViewModel model, CheckpointActions actions, PictureLoader loader) {
    this.model = model;
    this.actions = actions;
    this.loader = loader;
    getStyleClass().add("reconstruction");
    waiting = new Waiting("reconstruction-waiting", model::cancel);
    figures.setId("reconstruction-figures");
    figures.getStyleClass().add("figures");
    ScrollPane scroll = new ScrollPane(new VBox(problem, figures));
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    StackPane body = new StackPane(scroll, invitation(), waiting);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(controls(), body);
    model.results().addListener((ListChangeListener<ReconstructedPicture>) c -> load());
    load();
    model.problemProperty().subscribe(this::showProblem);
    model.runningProperty().subscribe(this::showRunning);
  }

  private HBox controls() {
    Button choose = new Button("Pictures…", Icons.of(Material2OutlinedAL.IMAGE));
    choose.setId("reconstruction-choose");
    choose.setTooltip(new Tooltip("Choose pictures to fill in (Ctrl+R), or drop them here"));
    choose.setOnAction(event -> actions.take(Step.RECONSTRUCT));
    Slider ratio = new Slider(0.1, 0.9, model.maskRatioProperty().get());
    ratio.setId("reconstruction-ratio");
    ratio.setAccessibleText("Share of patches to hide");
    ratio.setBlockIncrement(0.05);
    ratio.valueProperty().bindBidirectional(model.maskRatioProperty());
    ratio
        .valueChangingProperty()
        .addListener((p, old, now) -> startUnless(Boolean.TRUE.equals(now)));
    ratio.setOnKeyReleased(event -> startUnless(false));
    Label percent = new Label();
    percent.getStyleClass().add("num");
    percent.setMinWidth(36);
    percent
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Math.round(100 * model.maskRatioProperty().get()) + " %",
                model.maskRatioProperty()));
    Button again = new Button("Another mask", Icons.of(Material2OutlinedAL.CASINO));
    again.setId("reconstruction-again");
    again.disableProperty().bind(Bindings.isEmpty(model.pictures()));
    again.setOnAction(event -> model.again());
    Label hide = new Label("Hide");
    hide.getStyleClass().add("muted");
    HBox row = new HBox(choose, again, hide, ratio, percent);
    row.getStyleClass().add("filter-bar");
    return row;
  }

  private void startUnless(boolean dragging) {
    if (!dragging && !model.pictures().isEmpty()) {
      model.start();
    }
  }

  private VBox invitation() {
    Label text =
        new Label(
            "Choose pictures, or drop some: patches of them are hidden and the checkpoint fills"
                + " them in.");
    text.setWrapText(true);
    text.getStyleClass().add("muted");
    Button choose = new Button("Choose pictures…");
    choose.setId("reconstruction-invite");
    choose.getStyleClass().add("accent");
    choose.setOnAction(event -> actions.take(Step.RECONSTRUCT));
    VBox box = new VBox(Icons.of(Material2OutlinedMZ.PHOTO_LIBRARY), text, choose);
    box.getStyleClass().add("empty");
    box.visibleProperty().bind(Bindings.isEmpty(model.pictures()));
    return box;
  }

  private void showRunning(boolean running) {
    if (running) {
      int count = model.pictures().size();
      waiting.begin(count == 1 ? "Filling in the picture…" : "Filling in " + count + " pictures…");
    } else {
      waiting.end();
    }
  }

  private void showProblem(String sentence) {
    problem.getChildren().clear();
    if (!sentence.isEmpty()) {
      problem
          .getChildren()
          .add(new RefusalCard(sentence, model.detailsProperty().get(), actions::copy));
    }
  }

  private void load() {
    List<ReconstructedPicture> results = List.copyOf(model.results());
    List<Path> files = results.stream().map(ReconstructedPicture::figure).toList();
    loader.load(
        List.of(files),
        rows -> {
          if (results.equals(model.results())) {
            show(results, rows.get(0));
          }
        });
  }

  private void show(List<ReconstructedPicture> results, List<Optional<Image>> images) {
    figures.getChildren().clear();
    for (int i = 0; i < results.size(); i++) {
      figures
          .getChildren()
          .add(new FigureView(i, caption(results.get(i)), images.get(i).orElse(null)));
    }
  }

  private static String caption(ReconstructedPicture picture) {
    return String.format(
        Locale.ROOT,
        "%s   loss %s   PSNR %.2f dB on the hidden pixels",
        picture.picture().getFileName(),
        InWords.number(picture.loss()),
        picture.psnr());
  }
}
