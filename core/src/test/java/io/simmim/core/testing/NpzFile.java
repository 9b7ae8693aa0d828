package io.simmim.core.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** Reads NumPy archives of little-endian C-ordered arrays. */
public record NpzFile(Path path) {

  private static final Pattern SHAPE = Pattern.compile("'shape': \\(([0-9, ]*)\\)");

  /** An array; {@code data} holds its elements in little-endian order. */
  public record Entry(int[] shape, ByteBuffer data) {

    public byte[] bytes() {
      byte[] bytes = new byte[data.remaining()];
      data.duplicate().get(bytes);
      return bytes;
    }

    public float[] floats() {
      float[] floats = new float[data.remaining() / Float.BYTES];
      data.asFloatBuffer().get(floats);
      return floats;
    }
  }

  public Entry entry(String name) {
    try (ZipFile zip = new ZipFile(path.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(name + ".npy"))) {
      ByteBuffer file = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      int start = 10 + file.getShort(8);
      String header = new String(file.array(), 10, start - 10, StandardCharsets.ISO_8859_1);
      Matcher shape = SHAPE.matcher(header);
      if (!shape.find()) {
        throw new IOException("no shape in " + header);
      }
      return new Entry(
          Arrays.stream(shape.group(1).split(","))
              .map(String::strip)
              .filter(side -> !side.isEmpty())
              .mapToInt(Integer::parseInt)
              .toArray(),
          file.position(start).slice().order(ByteOrder.LITTLE_ENDIAN));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + name + " from " + path, e);
    }
  }

  public List<String> names() {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      return zip.stream().map(entry -> entry.getName().replaceFirst("\\.npy$", "")).toList();
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + path, e);
    }
  }
}
