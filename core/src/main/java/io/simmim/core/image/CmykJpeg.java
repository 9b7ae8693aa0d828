package io.simmim.core.image;

import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/**
 * JPEG files with four inks, exactly as Pillow reads them: inks are stored inverted, YCCK is turned
 * into CMYK with libjpeg's fixed-point arithmetic, profiles are ignored.
 */
final class CmykJpeg {

  private static final int INKS = 4;
  private static final int YCCK = 2;
  private static final int FRACTION_BITS = 16;
  private static final int HALF = 1 << FRACTION_BITS - 1;
  private static final int CR_TO_RED = fixed(1.402);
  private static final int CB_TO_BLUE = fixed(1.772);
  private static final int CR_TO_GREEN = fixed(0.71414);
  private static final int CB_TO_GREEN = fixed(0.34414);

  private CmykJpeg() {}

  static boolean is(ImageReader reader, byte[] file) throws IOException {
    ImageTypeSpecifier raw = JpegSegments.isJpeg(file) ? reader.getRawImageType(0) : null;
    return raw != null && raw.getNumComponents() == INKS;
  }

  static RgbImage read(ImageReader reader, byte[] file) throws IOException {
    Raster raster = reader.readRaster(0, null);
    boolean ycck = adobeTransform(file) == YCCK;
    byte[] rgb = new byte[raster.getWidth() * raster.getHeight() * RgbImage.CHANNELS];
    int[] row = new int[raster.getWidth() * INKS];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, raster.getWidth(), 1, row);
      for (int at = 0; at < row.length; at += INKS) {
        if (ycck) {
          toCmyk(row, at);
        }
        for (int ink = at; ink < at + INKS; ink++) {
          row[ink] = 255 - row[ink];
        }
      }
      RasterToRgb.fromCmyk(row, rgb, y * raster.getWidth() * RgbImage.CHANNELS);
    }
    return new RgbImage(raster.getWidth(), raster.getHeight(), rgb);
  }

  private static int adobeTransform(byte[] file) {
    int[] transform = {0};
    JpegSegments.forEach(
        file, JpegSegments.APP14, "Adobe", (at, content) -> transform[0] = content.get(6));
    return transform[0];
  }

  private static void toCmyk(int[] pixel, int at) {
    int luma = pixel[at];
    int cb = pixel[at + 1] - 128;
    int cr = pixel[at + 2] - 128;
    pixel[at] = 255 - clip(luma + (CR_TO_RED * cr + HALF >> FRACTION_BITS));
    pixel[at + 1] =
        255 - clip(luma + (HALF - CB_TO_GREEN * cb - CR_TO_GREEN * cr >> FRACTION_BITS));
    pixel[at + 2] = 255 - clip(luma + (CB_TO_BLUE * cb + HALF >> FRACTION_BITS));
  }

  private static int clip(int value) {
    return Math.max(0, Math.min(255, value));
  }

  private static int fixed(double factor) {
    return (int) (factor * (1 << FRACTION_BITS) + 0.5);
  }
}
