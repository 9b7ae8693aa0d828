package io.simmim.workbench.masks;

import io.simmim.core.image.RgbImage;
import io.simmim.core.reconstruct.Figure;
import java.util.List;

/** What is on the page, as one picture to save. */
public final class MasksExport {

  /** Least side of an exported picture in pixels: enough for a slide. */
  private static final int LEAST_SIDE = 384;

  private MasksExport() {}

  /**
   * The large pictures, beside each other.
   *
   * @param divider its place, 0 to 1
   */
  public static RgbImage view(MasksViewModel model, double divider) {
    List<RgbImage> pictures =
        StagePanel.of(model).stream().map(panel -> enlarged(panel.flattened(divider))).toList();
    return Figure.grid(List.of(pictures));
  }

  /** A row for each frame of the film strip: all that is known of it. */
  public static RgbImage figure(List<FilmFrame> frames) {
    boolean all = frames.stream().allMatch(frame -> frame.filled().isPresent());
    return Figure.grid(
        frames.stream()
            .map(
                frame ->
                    all
                        ? frame.filled().orElseThrow().panels().inOrder()
                        : List.of(frame.picture().original(), frame.picture().masked()))
            .toList());
  }

  private static RgbImage enlarged(RgbImage image) {
    int factor = Math.max(1, (LEAST_SIDE + image.width() - 1) / image.width());
    int width = image.width() * factor;
    byte[] rgb = new byte[width * image.height() * factor * RgbImage.CHANNELS];
    for (int at = 0; at < rgb.length; at++) {
      int pixel = at / RgbImage.CHANNELS;
      rgb[at] =
          (byte)
              image.sample(pixel / width / factor, pixel % width / factor, at % RgbImage.CHANNELS);
    }
    return new RgbImage(width, image.height() * factor, rgb);
  }
}
