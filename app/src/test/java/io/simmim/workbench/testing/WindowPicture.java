package io.simmim.workbench.testing;

import java.awt.image.RenderedImage;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/** What a window shows, as a PNG file. */
public final class WindowPicture {

  private WindowPicture() {}

  /** Saves what the window shows now. */
  public static void save(Stage stage, Path file) throws Exception {
    RenderedImage image =
        WaitForAsyncUtils.asyncFx(
                () -> SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null))
            .get();
    ImageIO.write(image, "png", file.toFile());
  }
}
