package io.simmim.workbench.shell;

import io.simmim.workbench.fx.Icons;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2MZ;

/** The line at the foot of the window; a click on it opens the running job. */
public final class StatusBar extends HBox {

  private final Label name = text("status-name", "status-strong");
  private final Label epoch = text("status-epoch", "num");
  private final Label step = text("status-step", "num");
  private final ProgressBar progress = new ProgressBar(0);
  private final Label percent = text("status-percent", "num");
  private final Label loss = text("status-loss", "num");
  private final Label speed = text("status-speed", "num");
  private final Label remaining = text("status-remaining", "num");
  private final Label others = text("status-others", "muted");

  public StatusBar(StatusBarViewModel model, Runnable openJob) {
    setId("status-bar");
    getStyleClass().add("status-bar");
    progress.setId("status-progress");
    progress.setAccessibleText("progress of the running job");
    name.setGraphic(Icons.of(Material2MZ.PLAY_ARROW));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(name, epoch, step, progress, percent, loss, speed, remaining, gap, others);
    addEventHandler(MouseEvent.MOUSE_CLICKED, event -> openJob.run());
    model.jobProperty().subscribe(this::show);
  }

  private void show(StatusBarViewModel.Job job) {
    boolean some = job != null;
    getChildren().stream().filter(node -> node != name).forEach(node -> node.setVisible(some));
    name.getGraphic().setVisible(some);
    name.getGraphic().setManaged(some);
    if (!some) {
      name.setText("No run is active");
      return;
    }
    name.setText(job.name());
    epoch.setText("epoch " + job.epoch());
    step.setText("step " + job.step());
    progress.setProgress(job.progress());
    percent.setText(Math.round(Math.floor(job.progress() * 100)) + " %");
    loss.setText("loss " + job.loss());
    speed.setText(job.speed() + " img/s");
    remaining.setText("ETA " + job.remaining());
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
