package io.simmim.workbench.testing;

import java.awt.image.RenderedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/** What a window shows, as a PNG file. */
public final class WindowPicture {

  private static final String USUAL = "1280x720,1920x1080";

  private WindowPicture() {}

  /**
   * The sizes that pictures are taken in, width and height in pixels: those of {@code
   * -Dsimmim.sizes=1280x800,1600x1000}, else the smallest window and a usual screen.
   */
  public static List<int[]> sizes() {
    return Stream.of(System.getProperty("simmim.sizes", USUAL).split(",", -1))
        .map(size -> Stream.of(size.split("x", -1)).mapToInt(Integer::parseInt).toArray())
        .toList();
  }

  /** Saves what the window shows now. */
  public static void save(Stage stage, Path file) throws Exception {
    RenderedImage image =
        WaitForAsyncUtils.asyncFx(
                () -> SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null))
            .get();
    ImageIO.write(image, "png", file.toFile());
  }
}
