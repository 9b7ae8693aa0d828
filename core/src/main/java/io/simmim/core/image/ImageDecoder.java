package io.simmim.core.image;

import io.simmim.core.fault.DataException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes picture files as torchvision's default loader does: {@code
 * Image.open(file).convert('RGB')}. The content decides the format, never the file's name; colour
 * profiles are ignored, alpha is dropped, of an animation the first picture is taken.
 *
 * <p>Two deliberate differences: 16-bit grey keeps its high byte (Pillow clips it to white), and
 * {@code exifRotate} turns a photograph the way its camera was held.
 *
 * @param exifRotate apply the EXIF orientation of JPEG files; the official loader does not
 * @param maxPixels refuse larger pictures before decoding them
 */
public record ImageDecoder(boolean exifRotate, long maxPixels) {

  /** Enough for any camera, small enough not to exhaust the memory: 100 megapixels. */
  public static final long DEFAULT_MAX_PIXELS = 100_000_000;

  private static final int MAX_BYTES_PER_PIXEL = 8;

  /** libjpeg gives a picture for half a file; the reader only warns, with this text. */
  private static final String TRUNCATED = "Truncated File";

  /** The official loader: no EXIF rotation. */
  public ImageDecoder() {
    this(false, DEFAULT_MAX_PIXELS);
  }

  /** For pictures of the usual sizes. */
  public ImageDecoder(boolean exifRotate) {
    this(exifRotate, DEFAULT_MAX_PIXELS);
  }

  /** What decodes flawless JPEG files here, in words. */
  public static String jpegDecoder() {
    return TurboJpeg.FOUND.isPresent() ? "libjpeg-turbo" : "the Java platform";
  }

  /**
   * Decodes a file.
   *
   * @throws DataException when the file is missing, no picture, damaged, truncated or too large
   */
  public RgbImage decode(Path file) throws DataException {
    if (file.toFile().length() > maxPixels * MAX_BYTES_PER_PIXEL) {
      throw new DataException(
          "The image file %s is too large to be read at once; scale it down.".formatted(file));
    }
    // Not Files.readAllBytes: an interrupted thread would see the file as unreadable.
    try (InputStream in = new FileInputStream(file.toFile())) {
      return decode(in.readAllBytes(), file.toString());
    } catch (FileNotFoundException e) {
      throw new DataException(
          "Cannot open the image %s: check that it exists and may be read.".formatted(file), e);
    } catch (IOException e) {
      throw new DataException("Cannot read the image %s: %s.".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * Decodes the bytes of a picture file.
   *
   * @param name what to call the picture in a fault
   */
  public RgbImage decode(byte[] bytes, String name) throws DataException {
    try {
      Optional<RgbImage> fast = TurboJpeg.FOUND.flatMap(turbo -> turbo.decode(bytes, maxPixels));
      return turned(fast.isPresent() ? fast.get() : decodeByPlatform(bytes, name), bytes);
    } catch (OutOfMemoryError e) {
      // One array was too large; all that is alive fits as before.
      throw new DataException(
          "The image %s needs more memory than Java has left; scale it down, or give Java more (SIMMIM_JAVA_OPTS=-Xmx8g)."
              .formatted(name),
          e);
    }
  }

  private RgbImage turned(RgbImage image, byte[] bytes) {
    return exifRotate ? ExifOrientation.of(bytes).apply(image) : image;
  }

  /** With the Java platform's readers, which the EXIF orientation does not concern. */
  RgbImage decodeByPlatform(byte[] bytes, String name) throws DataException {
    try (ImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(ColorProfile.hidden(bytes)))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new DataException(
            "%s is not a picture that can be read (JPEG, PNG, WebP, TIFF, GIF or BMP); remove or convert it."
                .formatted(name));
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return read(reader, bytes, name);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // Image readers answer damaged files with any kind of runtime exception.
      throw new DataException(
          "The image %s is damaged (%s); remove or replace it.".formatted(name, e), e);
    }
  }

  private RgbImage read(ImageReader reader, byte[] bytes, String name)
      throws IOException, DataException {
    long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
    if (pixels > maxPixels) {
      throw new DataException(
          "The image %s has %d x %d pixels, more than the %d million that are allowed; scale it down."
              .formatted(name, reader.getWidth(0), reader.getHeight(0), maxPixels / 1_000_000));
    }
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    RgbImage image =
        CmykJpeg.is(reader, bytes) ? CmykJpeg.read(reader, bytes) : colours(reader, bytes);
    if (warnings.stream().anyMatch(warning -> warning.startsWith(TRUNCATED))) {
      throw new DataException(
          "The image %s is truncated: its file ends too early; remove or replace it."
              .formatted(name));
    }
    return image;
  }

  private static RgbImage colours(ImageReader reader, byte[] bytes) throws IOException {
    if (!JpegSegments.isJpeg(bytes) || !hasThreeBytes(reader)) {
      return RasterToRgb.convert(reader.read(0));
    }
    ImageReadParam intoCanvas = reader.getDefaultReadParam();
    intoCanvas.setDestination(RasterToRgb.canvas(reader.getWidth(0), reader.getHeight(0)));
    return RasterToRgb.ofCanvas(reader.read(0, intoCanvas));
  }

  /** Whether the reader would give red, green and blue of 8 bits by itself, and nothing else. */
  private static boolean hasThreeBytes(ImageReader reader) throws IOException {
    Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
    return types.hasNext() && types.next().getBufferedImageType() == BufferedImage.TYPE_3BYTE_BGR;
  }
}
