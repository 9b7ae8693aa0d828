package io.simmim.workbench.fx;

import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javafx.scene.text.Font;

/** The fonts that come with the program: Inter for text, JetBrains Mono for code and numbers. */
public final class Fonts {

  private static final String INTER = "/com/formdev/flatlaf/fonts/inter/Inter-";
  private static final String MONO = "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-";
  private static final List<String> FILES =
      List.of(
          INTER + "Regular.otf",
          INTER + "Italic.otf",
          INTER + "SemiBold.otf",
          INTER + "Bold.otf",
          MONO + "Regular.ttf",
          MONO + "Bold.ttf");

  private Fonts() {}

  /** Registers the fonts with the toolkit, and with AWT, which the charts ask. */
  public static void register() {
    for (String file : FILES) {
      try (InputStream forToolkit = open(file);
          InputStream forCharts = open(file)) {
        Font.loadFont(forToolkit, 13);
        GraphicsEnvironment.getLocalGraphicsEnvironment()
            .registerFont(java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, forCharts));
      } catch (IOException | FontFormatException e) {
        throw new IllegalStateException("a font of the program cannot be read: " + file, e);
      }
    }
  }

  private static InputStream open(String file) throws IOException {
    InputStream stream = Fonts.class.getResourceAsStream(file);
    if (stream == null) {
      throw new IOException("not on the class path");
    }
    return stream;
  }
}
