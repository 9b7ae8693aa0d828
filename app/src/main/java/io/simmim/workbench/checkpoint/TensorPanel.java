package io.simmim.workbench.checkpoint;

import io.simmim.core.weights.CheckpointFile;
import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.fx.Theme;
import io.simmim.workbench.picture.HeatColors;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Shows one tensor of a checkpoint: what it is, how its values are spread, and its picture. */
public final class TensorPanel extends StackPane {

  private static final Duration NOTICEABLE = Duration.millis(200);

  private final TensorViewModel model;
  private final TensorHeader header = new TensorHeader();
  private final DistributionCard distribution = new DistributionCard();
  private final PictureCard picture;
  private final ScrollPane content = new ScrollPane();
  private final Label message = new Label();
  private final ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
  private final PauseTransition patience = new PauseTransition(NOTICEABLE);

  /**
   * @param background where pictures are written to files
   */
  public TensorPanel(TensorViewModel model, FigureActions actions, Executor background) {
    this.model = model;
    this.picture = new PictureCard(model, actions, background);
    setId("tensor-panel");
    getStyleClass().add("tensor-panel");
    VBox parts = new VBox(header, distribution, picture);
    parts.getStyleClass().add("tensor-parts");
    content.setContent(parts);
    content.setFitToWidth(true);
    content.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    message.setId("tensor-message");
    message.setWrapText(true);
    message.getStyleClass().addAll("muted", "tensor-message");
    progress.getStyleClass().add("tensor-progress");
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.setVisible(false);
    progress.setMouseTransparent(true);
    setAlignment(progress, Pos.TOP_CENTER);
    getChildren().addAll(content, message, progress);
    patience.setOnFinished(event -> progress.setVisible(model.busyProperty().get()));
    model.busyProperty().subscribe(this::showBusy);
    model.shownProperty().subscribe(this::render);
    model.problemProperty().subscribe(problem -> tell(model.shownProperty().get()));
  }

  /** Shows a tensor, by its official name or, where it has none, by its name in the file. */
  public void show(CheckpointFile file, String tensorName) {
    model.show(file, tensorName);
  }

  /** Shows nothing. */
  public void clear() {
    model.clear();
  }

  public void setTheme(Theme theme) {
    ChartColors colors = theme.chartColors();
    distribution.setColors(colors);
    picture.setColors(colors);
    model.setColors(theme == Theme.DARK ? HeatColors.DARK : HeatColors.LIGHT);
  }

  private void showBusy(boolean busy) {
    if (busy) {
      patience.playFromStart();
    } else {
      patience.stop();
      progress.setVisible(false);
    }
  }

  private void render(Optional<ShownTensor> shown) {
    content.setVisible(shown.isPresent());
    tell(shown);
    shown.ifPresent(
        tensor -> {
          header.show(tensor);
          distribution.show(tensor.portrait().distribution());
          picture.show(tensor);
        });
  }

  private void tell(Optional<ShownTensor> shown) {
    String problem = model.problemProperty().get();
    message.setVisible(shown.isEmpty());
    message.setText(
        problem.isEmpty() ? "Choose a tensor to see its values and its picture." : problem);
  }
}
