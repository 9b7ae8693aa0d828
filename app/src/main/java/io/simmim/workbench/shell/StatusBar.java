package io.simmim.workbench.shell;

import io.simmim.workbench.fx.Icons;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2MZ;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The line at the foot of the window; a click on it opens the running job. */
public final class StatusBar extends HBox {

  private static final double NAME = 120;

  private final Label name = text("status-name", "status-strong");
  private final Label place = text("status-place", "num");
  private final ProgressBar progress = new ProgressBar(0);
  private final Label percent = text("status-percent", "num");
  private final Label figures = text("status-figures", "num");
  private final Label others = text("status-others", "muted");
  private final Label waiting = text("status-waiting", "muted");

  public StatusBar(StatusBarViewModel model, Runnable openJob) {
    setId("status-bar");
    getStyleClass().add("status-bar");
    progress.setId("status-progress");
    progress.setAccessibleText("progress of the running job");
    name.setGraphic(Icons.of(Material2MZ.PLAY_ARROW));
    // A long tag gives way: the numbers stay, and the window is never wider than the screen.
    name.setMinWidth(NAME);
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(name, place, progress, percent, figures, gap, others, waiting);
    addEventHandler(MouseEvent.MOUSE_CLICKED, event -> openJob.run());
    waiting.setGraphic(Icons.of(Material2OutlinedAL.HOURGLASS_EMPTY));
    waiting.textProperty().bind(model.waitingProperty());
    waiting.visibleProperty().bind(model.waitingProperty().isNotEmpty());
    waiting.managedProperty().bind(waiting.visibleProperty());
    model.jobProperty().subscribe(this::show);
  }

  private void show(StatusBarViewModel.Job job) {
    boolean some = job != null;
    getChildren().stream()
        .filter(node -> node != name && node != waiting)
        .forEach(node -> node.setVisible(some));
    name.getGraphic().setVisible(some);
    name.getGraphic().setManaged(some);
    if (!some) {
      name.setText("No run is active");
      return;
    }
    name.setText(job.name());
    place.setText(job.place());
    progress.setProgress(job.progress());
    percent.setText(Math.round(Math.floor(job.progress() * 100)) + " %");
    figures.setText(job.figures());
    others.setText(job.others() == 0 ? "" : "+ " + job.others() + " more");
  }

  private static Label text(String id, String style) {
    Label label = new Label();
    label.setId(id);
    label.getStyleClass().add(style);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}
