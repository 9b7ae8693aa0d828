package io.simmim.core.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Decoded rasters to RGB bytes. It reads the raster, because {@link BufferedImage#getRGB} converts
 * the colour space of grey pictures and shifts their levels.
 */
final class RasterToRgb {

  private RasterToRgb() {}

  /**
   * A picture to read into whose memory already is what an {@link RgbImage} has: red first. Readers
   * copy whole rows to it, while the usual layout, blue first, costs them a loop over all samples.
   */
  static BufferedImage canvas(int width, int height) {
    int[] redFirst = {0, 1, 2};
    int stride = width * RgbImage.CHANNELS;
    ColorModel colours =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            Transparency.OPAQUE,
            DataBuffer.TYPE_BYTE);
    WritableRaster raster =
        Raster.createInterleavedRaster(
            DataBuffer.TYPE_BYTE, width, height, stride, RgbImage.CHANNELS, redFirst, null);
    return new BufferedImage(colours, raster, false, null);
  }

  /** The pixels of a {@link #canvas}, not copied. */
  static RgbImage ofCanvas(BufferedImage canvas) {
    DataBufferByte buffer = (DataBufferByte) canvas.getRaster().getDataBuffer();
    return new RgbImage(canvas.getWidth(), canvas.getHeight(), buffer.getData());
  }

  static RgbImage convert(BufferedImage image) {
    byte[] rgb = new byte[image.getWidth() * image.getHeight() * RgbImage.CHANNELS];
    if (image.getColorModel() instanceof IndexColorModel palette) {
      lookUp(image.getRaster(), palette, rgb);
    } else if (image.getColorModel() instanceof ComponentColorModel) {
      fromSamples(image, rgb);
    } else {
      fromPackedPixels(image, rgb);
    }
    return new RgbImage(image.getWidth(), image.getHeight(), rgb);
  }

  private static void lookUp(Raster raster, IndexColorModel palette, byte[] rgb) {
    int[] row = new int[raster.getWidth()];
    int out = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, row.length, 1, 0, row);
      for (int index : row) {
        rgb[out++] = (byte) palette.getRed(index);
        rgb[out++] = (byte) palette.getGreen(index);
        rgb[out++] = (byte) palette.getBlue(index);
      }
    }
  }

  private static void fromSamples(BufferedImage image, byte[] rgb) {
    Raster raster = image.getRaster();
    int type = image.getColorModel().getColorSpace().getType();
    if (type == ColorSpace.TYPE_RGB && copyBytes(raster, rgb)) {
      return;
    }
    int shift = Math.max(0, image.getColorModel().getComponentSize(0) - Byte.SIZE);
    switch (type) {
      case ColorSpace.TYPE_RGB -> fromBands(raster, new int[] {0, 1, 2}, shift, rgb);
      case ColorSpace.TYPE_GRAY -> fromBands(raster, new int[] {0, 0, 0}, shift, rgb);
      case ColorSpace.TYPE_CMYK -> fromCmyk(raster, shift, rgb);
      default -> fromPackedPixels(image, rgb);
    }
  }

  /** The fast way for 8-bit interleaved pixels; false when the raster is laid out otherwise. */
  private static boolean copyBytes(Raster raster, byte[] rgb) {
    if (!(raster.getSampleModel() instanceof PixelInterleavedSampleModel model)
        || !(raster.getDataBuffer() instanceof DataBufferByte buffer)
        || raster.getParent() != null) {
      return false;
    }
    byte[] pixels = buffer.getData();
    int red = model.getBandOffsets()[0];
    int green = model.getBandOffsets()[1];
    int blue = model.getBandOffsets()[2];
    int step = model.getPixelStride();
    int out = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      int in = buffer.getOffset() + y * model.getScanlineStride();
      for (int x = 0; x < raster.getWidth(); x++, in += step) {
        rgb[out] = pixels[in + red];
        rgb[out + 1] = pixels[in + green];
        rgb[out + 2] = pixels[in + blue];
        out += RgbImage.CHANNELS;
      }
    }
    return true;
  }

  private static void fromBands(Raster raster, int[] bands, int shift, byte[] rgb) {
    int[] row = new int[raster.getWidth()];
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
        raster.getSamples(0, y, row.length, 1, bands[channel], row);
        int out = y * row.length * RgbImage.CHANNELS + channel;
        for (int sample : row) {
          rgb[out] = (byte) (sample >> shift);
          out += RgbImage.CHANNELS;
        }
      }
    }
  }

  private static void fromCmyk(Raster raster, int shift, byte[] rgb) {
    int[] row = new int[raster.getWidth() * 4];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, raster.getWidth(), 1, row);
      for (int i = 0; i < row.length; i++) {
        row[i] >>= shift;
      }
      fromCmyk(row, rgb, y * raster.getWidth() * RgbImage.CHANNELS);
    }
  }

  /**
   * Pillow's conversion of a row of inks: k = 255 - K, channel = k - round(ink * k / 255).
   *
   * @param inks [width, 4], 0..255, 255 = full ink
   */
  static void fromCmyk(int[] inks, byte[] rgb, int out) {
    for (int x = 0; x < inks.length; x += 4) {
      int k = 255 - inks[x + 3];
      for (int ink = 0; ink < RgbImage.CHANNELS; ink++) {
        rgb[out++] = (byte) Math.max(0, k - divideBy255(inks[x + ink] * k));
      }
    }
  }

  /** value / 255, rounded to nearest, for value in 0..255 * 255. */
  private static int divideBy255(int value) {
    int biased = value + 128;
    return ((biased >> 8) + biased) >> 8;
  }

  private static void fromPackedPixels(BufferedImage image, byte[] rgb) {
    int[] row = new int[image.getWidth()];
    int out = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int argb : row) {
        rgb[out++] = (byte) (argb >> 16);
        rgb[out++] = (byte) (argb >> 8);
        rgb[out++] = (byte) argb;
      }
    }
  }
}
