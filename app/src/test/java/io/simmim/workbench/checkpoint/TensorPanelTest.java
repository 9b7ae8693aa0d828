package io.simmim.workbench.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.RgbImage;
import io.simmim.core.weights.CheckpointFile;
import io.simmim.workbench.chart.HistogramChart;
import io.simmim.workbench.fx.Fonts;
import io.simmim.workbench.fx.FxThread;
import io.simmim.workbench.fx.Theme;
import io.simmim.workbench.fx.Workers;
import io.simmim.workbench.picture.TileView;
import io.simmim.workbench.testing.TensorFixture;
import io.simmim.workbench.testing.WindowRobot;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** The panel in a window as narrow as it may become. */
class TensorPanelTest {

  private static final String TABLE = "encoder.layers.0.blocks.0.attn.relative_position_bias_table";

  @TempDir Path temp;

  private final WindowRobot robot = new WindowRobot();
  private final ScheduledExecutorService background = Workers.single("tensor");
  private final SavedFigures saved = new SavedFigures();
  private CheckpointFile file;
  private TensorPanel panel;
  private Stage stage;

  private final class SavedFigures implements FigureActions {
    private volatile Optional<Path> written = Optional.empty();

    @Override
    public Optional<Path> askPlace(String fileName) {
      return Optional.of(temp.resolve(fileName));
    }

    @Override
    public void written(Path place) {
      written = Optional.of(place);
    }

    @Override
    public void failed(String sentence) {
      throw new AssertionError(sentence);
    }
  }

  @BeforeEach
  void open() throws Exception {
    file =
        CheckpointFile.open(
            new TensorFixture()
                .with(TABLE, at -> at == 0 ? Double.NaN : at - 36, 25, 3)
                .with("encoder.patch_embed.proj.weight", at -> Math.sin(at), 29, 3, 5, 5)
                .with("encoder.norm.bias", at -> at / 10.0, 17)
                .write(temp.resolve("some.pth")));
    FxToolkit.registerPrimaryStage();
    FxToolkit.setupFixture(
        () -> {
          Fonts.register();
          Theme.LIGHT.apply();
          panel =
              new TensorPanel(new TensorViewModel(background, new FxThread()), saved, background);
          panel.setTheme(Theme.LIGHT);
          Scene scene = new Scene(panel, 360, 800);
          scene
              .getStylesheets()
              .add(TensorPanel.class.getResource("/io/simmim/workbench/workbench.css").toString());
          stage = new Stage();
          stage.setScene(scene);
          stage.show();
        });
  }

  @AfterEach
  void close() throws Exception {
    FxToolkit.setupFixture(() -> stage.hide());
    background.shutdown();
  }

  private void show(String name) throws Exception {
    FxToolkit.setupFixture(() -> panel.show(file, name));
    robot.waitFor(stage, () -> robot.text("#tensor-name").equals(name));
  }

  private int tiles() {
    return robot.find("#tensor-picture", TileView.class).map(view -> view.tiles().size()).orElse(0);
  }

  private static void right(Node node) throws Exception {
    KeyEvent key =
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false);
    FxToolkit.setupFixture(() -> node.fireEvent(key));
  }

  @Test
  void tellsWhatATensorIsHowItIsSpreadAndHowItLooks() throws Exception {
    assertTrue(robot.text("#tensor-message").startsWith("Choose a tensor"));

    show(TABLE);
    assertTrue(
        robot.text("#tensor-meaning").startsWith("Relative position bias of stage 1, block 1"));
    assertEquals("25×3 · float32 · 75 values · 300 B", robot.text("#tensor-facts"));
    assertEquals(3, tiles());
    assertEquals("-38", robot.text("#tensor-legend-low"));
    assertEquals("38", robot.text("#tensor-legend-high"));
    HistogramChart histogram = robot.find("#tensor-histogram", HistogramChart.class).orElseThrow();
    assertEquals(74, histogram.histogram().counts().stream().mapToLong(Long::longValue).sum());

    show("encoder.patch_embed.proj.weight");
    assertEquals(29, tiles());
    assertEquals("29 filters of 5 × 5 pixels", robot.text("#tensor-picture-title"));
    TileView view = robot.find("#tensor-picture", TileView.class).orElseThrow();
    right(view);
    robot.waitFor(stage, () -> view.readout().startsWith("filter 0 · row 0, column 0"));
    right(view);
    robot.waitFor(stage, () -> view.readout().startsWith("filter 0 · row 0, column 1"));
    robot.click("#tensor-save");
    robot.waitFor(stage, () -> saved.written.isPresent());
    RgbImage picture = new ImageDecoder().decode(saved.written.orElseThrow());
    assertTrue(picture.width() > 150 && picture.width() <= 360, "width " + picture.width());

    show("encoder.norm.bias");
    assertEquals(17, robot.points("#tensor-curve"));
    assertFalse(robot.isEnabled("#tensor-picture"));
    robot.click("#tensor-log");
    robot.click("#tensor-histogram");
    robot.waitFor(stage, histogram::isFocused);
    right(histogram);
    robot.waitFor(stage, () -> !histogram.readout().isEmpty());

    FxToolkit.setupFixture(() -> panel.clear());
    assertTrue(robot.text("#tensor-message").startsWith("Choose a tensor"));
  }
}
