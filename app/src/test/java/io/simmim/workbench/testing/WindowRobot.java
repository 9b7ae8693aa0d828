package io.simmim.workbench.testing;

import io.simmim.workbench.chart.CurveChart;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A person in front of the window: clicks, types, reads, and waits until something shows. */
public final class WindowRobot {

  private static final int PATIENCE_SECONDS = 120;

  private final FxRobot robot = new FxRobot();

  /** Clicks on the first thing of that kind, such as {@code #launch}. */
  public void click(String query) {
    robot.clickOn(query);
  }

  /** Fills a field and presses Enter. */
  public void fill(String query, String text) {
    robot.clickOn(query).push(KeyCode.CONTROL, KeyCode.A).write(text, 0).push(KeyCode.ENTER);
  }

  /** Types where the focus is. */
  public void type(String text) {
    robot.write(text, 0);
  }

  public void press(KeyCode... keys) {
    robot.push(keys);
  }

  /** Whether it is there and can be used. */
  public boolean isEnabled(String query) {
    return robot
        .lookup(query)
        .tryQuery()
        .filter(node -> node.isVisible() && !node.isDisabled())
        .isPresent();
  }

  /** The words on it; empty when it is not there. */
  public String text(String query) {
    return robot
        .lookup(query)
        .match((Node node) -> node instanceof Labeled)
        .tryQueryAs(Labeled.class)
        .map(Labeled::getText)
        .orElse("");
  }

  /** Points of a chart's first curve; 0 when it is not there. */
  public int points(String query) {
    return robot
        .lookup(query)
        .tryQueryAs(CurveChart.class)
        .filter(chart -> !chart.curves().isEmpty())
        .map(chart -> chart.curves().get(0).series().size())
        .orElse(0);
  }

  /** The thing itself. */
  public <N extends Node> Optional<N> find(String query, Class<N> type) {
    return robot.lookup(query).tryQueryAs(type);
  }

  /** Waits until the window shows it, asking on the toolkit's thread; if never, keeps a picture. */
  public void waitFor(Stage stage, Callable<Boolean> condition) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    } catch (TimeoutException e) {
      WindowPicture.save(stage, Path.of("target", "journey-failure.png"));
      throw e;
    }
  }
}
