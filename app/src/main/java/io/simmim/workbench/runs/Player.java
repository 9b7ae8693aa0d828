package io.simmim.workbench.runs;

import io.simmim.workbench.fx.Icons;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.material2.Material2MZ;

/** Moves a slider on by itself, as fast as one likes. */
public final class Player extends HBox {

  private final ToggleButton play;
  private final ChoiceBox<Integer> speed = new ChoiceBox<>();
  private final Timeline clock;

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
    speed.setAccessibleText("pictures a second");
    speed.getStyleClass().add("small");
    speed.getItems().setAll(1, 2, 4, 8);
    speed.setConverter(new Times());
    speed.setValue(2);
    speed.valueProperty().subscribe(now -> clock.setRate(now));
    play.selectedProperty().subscribe(this::show);
    // Nothing moves on a page that nobody sees.
    sceneProperty().addListener((p, old, now) -> stop());
    disabledProperty().addListener((p, old, now) -> stop());
    getChildren().addAll(play, speed);
  }

  /** Begins or stops. */
  public void toggle() {
    play.fire();
  }

  /** Stops, if it plays. */
  public void stop() {
    play.setSelected(false);
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

  private static final class Times extends javafx.util.StringConverter<Integer> {
    @Override
    public String toString(Integer times) {
      return times == null ? "" : times + "/s";
    }

    @Override
    public Integer fromString(String text) {
      return Integer.valueOf(text.replace("/s", ""));
    }
  }
}
