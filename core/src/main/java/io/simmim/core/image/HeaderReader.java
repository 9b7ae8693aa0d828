package io.simmim.core.image;

import io.simmim.core.fault.DataException;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads the heads of picture files with the readers that {@link ImageDecoder} decodes them with.
 */
public final class HeaderReader {

  /** Enough for the head of nearly every file; others are read whole. */
  private static final int HEAD_BYTES = 1 << 16;

  private static final int TAIL_BYTES = 64;

  private HeaderReader() {}

  /**
   * Reads the head of a file; empty when only decoding can tell what is wrong with it.
   *
   * @throws DataException when the file cannot be opened
   */
  public static Optional<PictureHeader> read(Path file) throws DataException {
    long length = file.toFile().length();
    // Not Files.newByteChannel: an interrupted thread would see the file as unreadable.
    try (FileInputStream in = new FileInputStream(file.toFile())) {
      byte[] head = in.readNBytes(HEAD_BYTES);
      Optional<PictureHeader> header = header(head, tail(in, head, length));
      if (header.isPresent() || length <= HEAD_BYTES) {
        return header;
      }
      in.getChannel().position(0);
      byte[] whole = in.readAllBytes();
      return header(whole, whole);
    } catch (IOException e) {
      throw new DataException(
          "Cannot open the image %s: check that it exists and may be read.".formatted(file), e);
    }
  }

  private static byte[] tail(FileInputStream in, byte[] head, long length) throws IOException {
    if (length <= head.length) {
      return head;
    }
    in.getChannel().position(length - TAIL_BYTES);
    return in.readNBytes(TAIL_BYTES);
  }

  private static Optional<PictureHeader> header(byte[] head, byte[] tail) {
    try (ImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(ColorProfile.hidden(head)))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        String format = format(reader);
        return Optional.of(
            new PictureHeader(
                format,
                reader.getWidth(0),
                reader.getHeight(0),
                CmykJpeg.is(reader, head),
                ends(format, tail)));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // Image readers answer damaged files with any kind of runtime exception.
      return Optional.empty();
    }
  }

  private static String format(ImageReader reader) throws IOException {
    String name = reader.getFormatName().toUpperCase(Locale.ROOT);
    return switch (name) {
      case "TIF" -> "TIFF";
      case "JPG" -> "JPEG";
      default -> name;
    };
  }

  private static boolean ends(String format, byte[] tail) {
    return switch (format) {
      case "JPEG" -> contains(tail, 0xff, 0xd9);
      case "PNG" -> contains(tail, 'I', 'E', 'N', 'D');
      default -> true;
    };
  }

  private static boolean contains(byte[] tail, int... wanted) {
    for (int start = Math.max(0, tail.length - TAIL_BYTES);
        start + wanted.length <= tail.length;
        start++) {
      int same = 0;
      while (same < wanted.length && (tail[start + same] & 0xff) == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return true;
      }
    }
    return false;
  }
}
