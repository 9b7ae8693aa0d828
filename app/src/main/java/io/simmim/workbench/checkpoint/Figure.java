package io.simmim.workbench.checkpoint;

import io.simmim.core.fault.DataException;
import io.simmim.core.image.ImageEncoder;
import io.simmim.core.image.RgbImage;
import io.simmim.workbench.fx.FxThread;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.paint.Color;

/** A part of the window as a picture to be kept. */
final class Figure {

  private static final FxThread TOOLKIT = new FxThread();

  private final Image image;

  private Figure(Image image) {
    this.image = image;
  }

  /**
   * What a node shows now.
   *
   * @param background behind what is transparent
   */
  static Figure of(Node node, java.awt.Color background) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.rgb(background.getRed(), background.getGreen(), background.getBlue()));
    return new Figure(node.snapshot(parameters, null));
  }

  void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putImage(image);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** Writes it as PNG in the background. */
  void write(Path file, Executor background, FigureActions actions) {
    background.execute(
        () -> {
          try {
            ImageEncoder.png().write(pixels(), file);
            TOOLKIT.execute(() -> actions.written(file));
          } catch (DataException e) {
            TOOLKIT.execute(() -> actions.failed(e.getMessage()));
          }
        });
  }

  private RgbImage pixels() {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    byte[] rgb = new byte[width * height * RgbImage.CHANNELS];
    PixelReader reader = image.getPixelReader();
    for (int i = 0; i < width * height; i++) {
      int argb = reader.getArgb(i % width, i / width);
      rgb[i * RgbImage.CHANNELS] = (byte) (argb >> 16);
      rgb[i * RgbImage.CHANNELS + 1] = (byte) (argb >> 8);
      rgb[i * RgbImage.CHANNELS + 2] = (byte) argb;
    }
    return new RgbImage(width, height, rgb);
  }
}
