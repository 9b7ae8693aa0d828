package io.simmim.core.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.DataException;
import io.simmim.core.testing.NpzFile;
import io.simmim.core.testing.Pictures;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"cmyk.jpg", "ycck.jpg", "profile.webp"})
  void inksAndProfilesBecomeTheColoursOfPillow(String name) throws Exception {
    Path pillow = Path.of(getClass().getResource("/pillow").toURI());
    byte[] expected = new NpzFile(pillow.resolve("rgb.npz")).entry(name).bytes();
    assertArrayEquals(expected, new ImageDecoder().decode(pillow.resolve(name)).rgb());
  }

  @Test
  void theContentDecidesTheFormatNotTheName() throws Exception {
    RgbImage image = Pictures.gradient(20, 10);
    ImageEncoder.png().write(image, folder.resolve("photo.jpg"));
    assertEquals(image, new ImageDecoder().decode(folder.resolve("photo.jpg")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif", "bmp", "tiff"})
  void everyFormatKeepsItsPixels(String format) throws Exception {
    // Six rows: the JDK misreads interlaced GIF pictures of two to four rows.
    int[] colours = {0xff0000, 0x00ff00, 0x0000ff, 0xffffff, 0x000000, 0x804020};
    BufferedImage picture = new BufferedImage(1, 6, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, 1, 6, colours, 0, 1);
    RgbImage decoded = decode(file(picture, format));
    for (int y = 0; y < colours.length; y++) {
      assertEquals(colours[y] >> 16, decoded.sample(y, 0, 0));
      assertEquals(colours[y] >> 8 & 0xff, decoded.sample(y, 0, 1));
      assertEquals(colours[y] & 0xff, decoded.sample(y, 0, 2));
    }
  }

  @Test
  void aPictureOfOnePixelIsAPicture() throws Exception {
    RgbImage pixel = new RgbImage(1, 1, new byte[] {1, 2, 3});
    assertEquals(pixel, decode(ImageEncoder.png().encode(pixel)));
  }

  @Test
  void sixteenBitsKeepTheirHighByte() throws Exception {
    for (int colours : new int[] {ColorSpace.CS_GRAY, ColorSpace.CS_sRGB}) {
      BufferedImage picture = sixteenBits(ColorSpace.getInstance(colours));
      int[] pixel = {0x12ff, 0x80aa, 0xfe01};
      picture.getRaster().setPixel(1, 0, pixel);
      RgbImage decoded = decode(file(picture, "png"));
      assertEquals(0x12, decoded.sample(0, 1, 0));
      assertEquals(colours == ColorSpace.CS_GRAY ? 0x12 : 0xfe, decoded.sample(0, 1, 2));
    }
  }

  private static BufferedImage sixteenBits(ColorSpace colours) {
    ComponentColorModel model =
        new ComponentColorModel(colours, false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
    return new BufferedImage(model, model.createCompatibleWritableRaster(2, 1), false, null);
  }

  @Test
  void alphaIsDroppedNotBlended() throws Exception {
    BufferedImage picture = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, 0x01c08040);
    assertArrayEquals(
        new byte[] {(byte) 0xc0, (byte) 0x80, 0x40}, decode(file(picture, "png")).rgb());
  }

  @Test
  void anEmbeddedProfileDoesNotChangeTheColours() throws Exception {
    byte[] plain = ImageEncoder.jpeg(0.9f).encode(Pictures.gradient(32, 24));
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    byte[] header = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1);
    byte[] marked = withSegment(plain, 0xe2, concat(header, profile));
    assertEquals(decode(plain), decode(marked));
  }

  @ParameterizedTest
  @CsvSource({
    "1,ABCDEF",
    "2,CBAFED",
    "3,FEDCBA",
    "4,DEFABC",
    "5,ADBECF",
    "6,DAEBFC",
    "7,FCEBDA",
    "8,CFBEAD"
  })
  void turnsThePictureUprightOnRequestOnly(int orientation, String expected) throws Exception {
    // Stored as ABC over DEF, each letter an 8 x 8 block; see the EXIF standard, tag 0x0112.
    byte[] file = withOrientation(ImageEncoder.jpeg(1).encode(blocks()), orientation);
    assertEquals("ABCDEF", letters(new ImageDecoder().decode(file, "as stored")));
    ImageDecoder upright = new ImageDecoder(true, ImageDecoder.DEFAULT_MAX_PIXELS);
    RgbImage turned = upright.decode(file, "upright");
    assertEquals(orientation < 5 ? 24 : 16, turned.width());
    assertEquals(expected, letters(turned));
  }

  private static RgbImage blocks() {
    byte[] rgb = new byte[24 * 16 * 3];
    for (int i = 0; i < 24 * 16; i++) {
      Arrays.fill(rgb, 3 * i, 3 * i + 3, (byte) (20 + 40 * (i / 24 / 8 * 3 + i % 24 / 8)));
    }
    return new RgbImage(24, 16, rgb);
  }

  private static String letters(RgbImage image) {
    StringBuilder letters = new StringBuilder();
    for (int y = 4; y < image.height(); y += 8) {
      for (int x = 4; x < image.width(); x += 8) {
        letters.append((char) ('A' + Math.round((image.sample(y, x, 0) - 20) / 40.0)));
      }
    }
    return letters.toString();
  }

  @Test
  void everyShortenedJpegIsRefused() throws Exception {
    byte[] whole = ImageEncoder.jpeg(0.9f).encode(Pictures.noise(40, 40, 1));
    for (int length = 0; length < whole.length; length += 97) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThrows(DataException.class, () -> decode(part), "cut at " + length);
    }
    byte[] noEnd = Arrays.copyOf(whole, whole.length - 2);
    DataException fault = assertThrows(DataException.class, () -> decode(noEnd));
    assertTrue(fault.getMessage().contains("truncated"), fault.getMessage());
  }

  @Test
  void aShortenedPngIsRefused() throws Exception {
    byte[] whole = ImageEncoder.png().encode(Pictures.noise(40, 40, 1));
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertThrows(DataException.class, () -> decode(half));
  }

  @Test
  void textAndMissingFilesAreRefusedByName() throws Exception {
    Path text = Files.writeString(folder.resolve("notes.jpg"), "no picture at all");
    for (Path file : new Path[] {text, folder.resolve("missing.png"), folder}) {
      DataException fault =
          assertThrows(DataException.class, () -> new ImageDecoder().decode(file));
      assertTrue(fault.getMessage().contains(file.toString()), fault.getMessage());
    }
  }

  @Test
  void hugePicturesAreRefusedBeforeTheyAreDecoded() throws Exception {
    byte[] png = ImageEncoder.png().encode(new RgbImage(1, 1, new byte[3]));
    // The header claims 60000 x 60000 pixels; a decoder would allocate 10 GB.
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    DataException fault = assertThrows(DataException.class, () -> decode(png));
    assertTrue(fault.getMessage().contains("60000 x 60000"), fault.getMessage());
  }

  @Test
  void hugeFilesAreRefusedBeforeTheyAreRead() throws Exception {
    ImageEncoder.png().write(Pictures.noise(40, 40, 1), folder.resolve("a.png"));
    ImageDecoder small = new ImageDecoder(false, 400);
    DataException fault =
        assertThrows(DataException.class, () -> small.decode(folder.resolve("a.png")));
    assertTrue(fault.getMessage().contains("too large"), fault.getMessage());
  }

  @Test
  void anInterruptedThreadStillReadsFiles() throws Exception {
    ImageEncoder.png().write(Pictures.gradient(4, 4), folder.resolve("a.png"));
    Thread.currentThread().interrupt();
    RgbImage image = new ImageDecoder().decode(folder.resolve("a.png"));
    assertTrue(Thread.interrupted(), "the interrupt must not be swallowed");
    assertEquals(4, image.width());
  }

  private static RgbImage decode(byte[] file) throws DataException {
    return new ImageDecoder().decode(file, "the picture of this test");
  }

  private static byte[] file(BufferedImage picture, String format) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(picture, format, file), "no writer for " + format);
    return file.toByteArray();
  }

  private static byte[] withOrientation(byte[] jpeg, int orientation) {
    ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4);
    exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    return withSegment(jpeg, 0xe1, exif.array());
  }

  private static byte[] withSegment(byte[] jpeg, int kind, byte[] content) {
    int length = content.length + 2;
    byte[] header = {(byte) 0xff, (byte) kind, (byte) (length >> 8), (byte) length};
    byte[] start = Arrays.copyOf(jpeg, 2);
    byte[] rest = Arrays.copyOfRange(jpeg, 2, jpeg.length);
    return concat(start, concat(header, concat(content, rest)));
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
