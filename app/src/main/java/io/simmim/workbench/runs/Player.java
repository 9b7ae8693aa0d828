package io.simmim.workbench.runs;

import io.simmim.workbench.fx.Icons;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.material2.Material2MZ;

/** Moves a slider on by itself, as fast as one likes. */
public final class Player extends HBox {

  private static final int FASTEST = 8;

  private final ToggleButton play;
  private final Button speed = new Button();
  private final Timeline clock;
  private int perSecond = 2;

  /**
   * @param id of this; its parts get {@code <id>-play} and {@code <id>-speed}
   * @param next shows what comes next
   */
  public Player(String id, Runnable next) {
    setId(id);
    getStyleClass().add("player");
    play = Icons.dress(new ToggleButton(), id + "-play", Material2MZ.PLAY_ARROW, "Play");
    clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> next.run()));
    clock.setCycleCount(Timeline.INDEFINITE);
    speed.setId(id + "-speed");
    speed.getStyleClass().addAll("small", "flat", "num");
    speed.setMinWidth(USE_PREF_SIZE);
    speed.setTooltip(new Tooltip("Pictures a second; click for more"));
    speed.setOnAction(event -> setSpeed(perSecond >= FASTEST ? 1 : 2 * perSecond));
    setSpeed(perSecond);
    play.selectedProperty().subscribe(this::show);
    // Nothing moves on a page that nobody sees.
    sceneProperty().addListener((p, old, now) -> stop());
    disabledProperty().addListener((p, old, now) -> stop());
    getChildren().addAll(play, speed);
  }

  /** Stops, if it plays. */
  public void stop() {
    play.setSelected(false);
  }

  private void setSpeed(int pictures) {
    perSecond = pictures;
    clock.setRate(pictures);
    speed.setText(pictures + "/s");
    speed.setAccessibleText(pictures + " pictures a second");
  }

  private void show(boolean playing) {
    play.setGraphic(Icons.of(playing ? Material2MZ.PAUSE : Material2MZ.PLAY_ARROW));
    play.setAccessibleText(playing ? "Pause" : "Play");
    if (playing) {
      clock.play();
    } else {
      clock.stop();
    }
  }
}
