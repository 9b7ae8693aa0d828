package io.simmim.core.train;

import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.ImageEncoder;
import io.simmim.core.image.RgbImage;
import io.simmim.core.testing.NpzFile;
import io.simmim.core.testing.Pictures;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Image files of all kinds that go wrong somewhere, in one folder.
 *
 * @param readable what Pillow makes of those that it reads
 * @param unreadable those that it refuses
 */
record BadImages(Path folder, Map<Path, RgbImage> readable, Set<Path> unreadable) {

  static final int KINDS = 13;

  private static final int SIDE = 40;
  private static final int IHDR_WIDTH = 16;
  private static final int IHDR_CRC = 29;

  static BadImages in(Path folder) throws Exception {
    BadImages all = new BadImages(folder, new HashMap<>(), new HashSet<>());
    all.addReadable();
    all.addUnreadable();
    return all;
  }

  private void addReadable() throws Exception {
    RgbImage picture = Pictures.gradient(SIDE, SIDE);
    byte[] jpeg = ImageEncoder.jpeg(0.9f).encode(picture);
    RgbImage decoded = new ImageDecoder().decode(jpeg, "jpeg");
    readable("exif-rotated.jpg", turned(jpeg), decoded);
    readable("wrong-ending.jpg", ImageEncoder.png().encode(picture), picture);
    RgbImage pixel = new RgbImage(1, 1, new byte[] {1, 2, 3});
    readable("one-pixel.png", ImageEncoder.png().encode(pixel), pixel);
    readable("sixteen-bits.png", png(sixteenBits()), grey(0x12));
    readable("palette-and-alpha.png", png(palette()), grey(0x55));
    readable("animated.gif", animation(), grey(0xff));
    Path pillow = Path.of(BadImages.class.getResource("/pillow").toURI());
    byte[] cmyk = Files.readAllBytes(pillow.resolve("cmyk.jpg"));
    byte[] colours = new NpzFile(pillow.resolve("rgb.npz")).entry("cmyk.jpg").bytes();
    RgbImage size = new ImageDecoder().decode(cmyk, "cmyk");
    readable("cmyk.jpg", cmyk, new RgbImage(size.width(), size.height(), colours));
  }

  private void addUnreadable() throws IOException {
    RgbImage noise = Pictures.noise(SIDE, SIDE, 1);
    byte[] jpeg = ImageEncoder.jpeg(0.9f).encode(noise);
    byte[] png = ImageEncoder.png().encode(noise);
    unreadable("truncated.jpg", Arrays.copyOf(jpeg, jpeg.length / 2));
    unreadable("truncated.png", Arrays.copyOf(png, png.length / 2));
    unreadable("no-bytes.png", new byte[0]);
    unreadable("a-text.jpg", "<html>404</html>".getBytes(StandardCharsets.UTF_8));
    unreadable("huge.png", claiming(30_000, 30_000));
    Path secret = Files.write(folder.resolve("secret.png"), png);
    boolean hidden = secret.toFile().setReadable(false, false) && !secret.toFile().canRead();
    if (hidden) {
      unreadable.add(secret);
    } else {
      readable.put(secret, noise); // the superuser reads it
    }
  }

  private void readable(String name, byte[] content, RgbImage expected) throws IOException {
    readable.put(Files.write(folder.resolve(name), content), expected);
  }

  private void unreadable(String name, byte[] content) throws IOException {
    unreadable.add(Files.write(folder.resolve(name), content));
  }

  /** A PNG whose header says more than its file holds, and than memory would. */
  static byte[] claiming(int width, int height) throws IOException {
    byte[] png = ImageEncoder.png().encode(Pictures.noise(2, 2, 1));
    ByteBuffer header = ByteBuffer.wrap(png).putInt(IHDR_WIDTH, width);
    header.putInt(IHDR_WIDTH + Integer.BYTES, height);
    CRC32 crc = new CRC32();
    crc.update(png, IHDR_WIDTH - Integer.BYTES, IHDR_CRC - IHDR_WIDTH + Integer.BYTES);
    header.putInt(IHDR_CRC, (int) crc.getValue());
    return png;
  }

  /** The same as a JPEG. */
  static byte[] claimingJpeg(int width, int height) throws IOException {
    byte[] jpeg = ImageEncoder.jpeg(0.9f).encode(Pictures.noise(8, 8, 1));
    int frame = 2;
    while ((jpeg[frame + 1] & 0xff) != 0xc0) {
      frame += 2 + ((jpeg[frame + 2] & 0xff) << 8 | jpeg[frame + 3] & 0xff);
    }
    ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
    return jpeg;
  }

  private static byte[] turned(byte[] jpeg) {
    ByteBuffer exif = ByteBuffer.allocate(4 + 6 + 8 + 2 + 12 + 4);
    exif.putShort((short) 0xffe1).putShort((short) (exif.capacity() - 2));
    exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) 6);
    ByteBuffer all = ByteBuffer.allocate(jpeg.length + exif.capacity());
    return all.put(jpeg, 0, 2).put(exif.array()).put(jpeg, 2, jpeg.length - 2).array();
  }

  private static BufferedImage sixteenBits() {
    ColorSpace grey = ColorSpace.getInstance(ColorSpace.CS_GRAY);
    var model =
        new ComponentColorModel(grey, false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
    var raster = model.createCompatibleWritableRaster(SIDE, SIDE);
    int[] samples = new int[SIDE * SIDE];
    Arrays.fill(samples, 0x12ff);
    raster.setSamples(0, 0, SIDE, SIDE, 0, samples);
    return new BufferedImage(model, raster, false, null);
  }

  private static BufferedImage palette() {
    byte[] levels = {0x55, 0};
    byte[] alpha = {(byte) 0x80, 0};
    IndexColorModel colours = new IndexColorModel(8, 2, levels, levels, levels, alpha);
    return new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_INDEXED, colours);
  }

  private static RgbImage grey(int level) {
    byte[] rgb = new byte[SIDE * SIDE * 3];
    Arrays.fill(rgb, (byte) level);
    return new RgbImage(SIDE, SIDE, rgb);
  }

  private static byte[] animation() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int level : new int[] {0xffffff, 0x000000, 0x808080}) {
        BufferedImage frame = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[SIDE * SIDE];
        Arrays.fill(pixels, level);
        frame.setRGB(0, 0, SIDE, SIDE, pixels, 0, SIDE);
        writer.writeToSequence(new IIOImage(frame, null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static byte[] png(BufferedImage picture) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", file);
    return file.toByteArray();
  }
}
