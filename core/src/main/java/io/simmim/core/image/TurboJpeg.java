package io.simmim.core.image;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.util.Optional;

/**
 * Decodes JPEG files with libjpeg-turbo's library {@code turbojpeg} where the system has one
 * (TurboJPEG API 1.4 or later, {@code turbojpeg.h}): Pillow's decoder with Pillow's settings, in
 * half the time of the Java platform's. It is asked for flawless files in colours or grey only; for
 * all others, and to say what is wrong with them, there is the Java platform.
 */
final class TurboJpeg {

  /** The system's library; empty where there is none, or one that lacks a function. */
  static final Optional<TurboJpeg> FOUND = find();

  private static final int DONE = 0;
  private static final int RGB = 0; // TJPF_RGB
  private static final int GREY = 2; // TJCS_GRAY; before it RGB and YCbCr, behind it four inks
  private static final int DEFAULTS = 0; // Exact inverse DCT and smooth upsampling of colours.

  private final Function initDecompress;
  private final Function decompressHeader;
  private final Function decompress;
  private final Function destroy;

  private TurboJpeg(NativeLibrary library) {
    initDecompress = library.getFunction("tjInitDecompress");
    decompressHeader = library.getFunction("tjDecompressHeader3");
    decompress = library.getFunction("tjDecompress2");
    destroy = library.getFunction("tjDestroy");
  }

  private static Optional<TurboJpeg> find() {
    try {
      return Optional.of(new TurboJpeg(NativeLibrary.getInstance("turbojpeg")));
    } catch (UnsatisfiedLinkError e) {
      return Optional.empty();
    }
  }

  /**
   * The picture in a file; empty for anything but a flawless JPEG file in colours or grey.
   *
   * @param maxPixels empty also for larger pictures
   */
  Optional<RgbImage> decode(byte[] file, long maxPixels) {
    if (!JpegSegments.isJpeg(file)) {
      return Optional.empty();
    }
    Pointer decoder = initDecompress.invokePointer(new Object[0]);
    if (decoder == null) {
      return Optional.empty();
    }
    try (Memory jpeg = new Memory(file.length)) {
      jpeg.write(0, file, 0, file.length);
      return decode(decoder, jpeg, maxPixels);
    } finally {
      destroy.invokeInt(new Object[] {decoder});
    }
  }

  private Optional<RgbImage> decode(Pointer decoder, Memory jpeg, long maxPixels) {
    NativeLong length = new NativeLong(jpeg.size());
    IntByReference width = new IntByReference();
    IntByReference height = new IntByReference();
    IntByReference colours = new IntByReference();
    int found =
        decompressHeader.invokeInt(
            new Object[] {decoder, jpeg, length, width, height, new IntByReference(), colours});
    long pixels = (long) width.getValue() * height.getValue();
    // A head that ends too early can leave sides of zero without a complaint.
    if (found != DONE || colours.getValue() > GREY || pixels <= 0 || pixels > maxPixels) {
      return Optional.empty();
    }
    return decode(decoder, jpeg, width.getValue(), height.getValue());
  }

  private Optional<RgbImage> decode(Pointer decoder, Memory jpeg, int width, int height) {
    int stride = width * RgbImage.CHANNELS;
    try (Memory rgb = new Memory((long) stride * height)) {
      NativeLong length = new NativeLong(jpeg.size());
      int decoded =
          decompress.invokeInt(
              new Object[] {decoder, jpeg, length, rgb, width, stride, height, RGB, DEFAULTS});
      return decoded == DONE
          ? Optional.of(new RgbImage(width, height, rgb.getByteArray(0, stride * height)))
          : Optional.empty();
    }
  }
}
