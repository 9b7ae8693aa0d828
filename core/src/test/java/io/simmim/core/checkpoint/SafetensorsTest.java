package io.simmim.core.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.CheckpointException;
import io.simmim.core.weights.LazyTensors;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {

  @TempDir private Path folder;

  /** A file of this header, its true length or another, and so many bytes of values. */
  static byte[] file(String header, long length, int values) {
    byte[] json = header.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + values);
    return bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(length).put(json).array();
  }

  private Path written(String header, long length, int values) throws IOException {
    return Files.write(folder.resolve("x.safetensors"), file(header, length, values));
  }

  private void assertRefused(String because, String header, long length, int values)
      throws IOException {
    Path file = written(header, length, values);
    String message =
        assertThrows(CheckpointException.class, () -> SavedFile.read(file)).getMessage();
    assertTrue(message.contains(because) && message.endsWith("."), message);
    assertEquals(1, message.lines().count(), message);
  }

  private void assertRefused(String because, String header) throws IOException {
    assertRefused(because, header, header.length(), 8);
  }

  private static String tensor(String name, String type, String shape, String offsets) {
    return String.format(
        "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}", name, type, shape, offsets);
  }

  private static String a(String type, String shape, String offsets) {
    return "{" + tensor("a", type, shape, offsets) + "}";
  }

  @Test
  void aTensorThatIsMadeWhenAskedForIsMadeTwiceOnly() throws Exception {
    AtomicInteger made = new AtomicInteger();
    Map<String, Supplier<TensorData>> makers = new LinkedHashMap<>();
    for (int i = 0; i < 50; i++) {
      float value = i;
      makers.put(
          "tensor" + i,
          () -> {
            made.incrementAndGet();
            return TensorData.scalar(value);
          });
    }
    WritableByteChannel nowhere = Channels.newChannel(OutputStream.nullOutputStream());
    SafetensorsWriter.write(nowhere, new LazyTensors(makers), Map.of());
    assertEquals(100, made.get(), "for the header, and to be written");
  }

  @Test
  void tensorsAndMetadataAreRead() throws Exception {
    String header =
        "{"
            + tensor("b", "F32", "[]", "[4,8]")
            + ",\"__metadata__\":{\"format\":\"pt\"},"
            + tensor("none", "F32", "[0,7]", "[4,4]")
            + ","
            + tensor("a", "U8", "[2,2]", "[0,4]")
            + "}   ";
    SavedFile file = SavedFile.read(written(header, header.length(), 8));
    assertEquals(Map.of("format", "pt"), file.metadata());
    Map<?, ?> tensors = (Map<?, ?>) file.root();
    assertEquals(List.of("b", "none", "a"), List.copyOf(tensors.keySet()));
    assertEquals(List.of(2L, 2L), ((TensorData) tensors.get("a")).shape());
    assertEquals(0f, ((TensorData) tensors.get("b")).floats()[0]);
  }

  @Test
  void theWriterAlignsAndItsFileIsRead() throws Exception {
    Path file = folder.resolve("w.safetensors");
    Map<String, TensorData> tensors =
        Map.of(
            "Größe",
            TensorData.scalar(2.5f),
            "byte",
            new TensorData(ScalarType.UINT8, List.of(1L), ByteBuffer.wrap(new byte[] {9})));
    SafetensorsWriter.write(file, tensors, Map.of("b", "1", "a", "\"\n"));
    SavedFile read = SavedFile.read(file);
    assertEquals(Map.of("b", "1", "a", "\"\n"), read.metadata());
    Map<?, ?> root = (Map<?, ?>) read.root();
    assertEquals(List.of("Größe", "byte"), List.copyOf(root.keySet()));
    assertEquals(2.5f, ((TensorData) root.get("Größe")).floats()[0]);
    byte[] bytes = Files.readAllBytes(file);
    assertEquals(0, bytes[0] % 8);
  }

  // A length of 128, 384, ... begins with the byte that a pickle begins with.
  @Test
  void aHeaderOfAnyLengthIsRead() throws Exception {
    String header = a("F32", "[2]", "[0,8]");
    for (int spaces = 0; spaces < 600; spaces++) {
      String padded = header + " ".repeat(spaces);
      SavedFile file = SavedFile.read(written(padded, padded.length(), 8));
      assertEquals(SavedFile.Format.SAFETENSORS, file.format(), padded);
    }
  }

  @Test
  void aFileWithoutTensorsIsRead() throws Exception {
    assertEquals(Map.of(), SavedFile.read(written("{}", 2, 0)).root());
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x").resolve("a.safetensors");
    String message =
        assertThrows(
                CheckpointException.class, () -> SafetensorsWriter.write(file, Map.of(), Map.of()))
            .getMessage();
    assertTrue(message.contains(file.toString()), message);
    Path other = folder.resolve("b.safetensors");
    assertThrows(
        IllegalArgumentException.class,
        () ->
            SafetensorsWriter.write(other, Map.of("__metadata__", TensorData.scalar(1)), Map.of()));
    assertTrue(Files.notExists(other));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MAX_VALUE, Long.MIN_VALUE, 1 << 30, 67})
  void aHeaderLengthBeyondTheFileIsRefused(long length) throws Exception {
    assertRefused("header claims", a("F32", "[2]", "[0,8]"), length, 8);
  }

  @Test
  void aHeaderThatIsCutOrGoesOnIsRefused() throws Exception {
    String good = a("F32", "[2]", "[0,8]");
    for (int length = 0; length < good.length(); length++) {
      assertRefused("", good, length, 8);
    }
    assertRefused("not the JSON", good + "{}");
    assertRefused("not the JSON", "{\u0000}");
    assertRefused("not the JSON", "{\"a\":7}");
    assertRefused("not the JSON", "{'a':{}}");
    assertRefused("not UTF-8", a("F32", "[2]", "[0,8]").replace("\"a\"", "\"\u00ff\u00fe\""));
  }

  @Test
  void namesThatStandTwiceAreRefused() throws Exception {
    String one = tensor("a", "F32", "[1]", "[0,4]");
    assertRefused("twice", "{" + one + "," + tensor("a", "F32", "[1]", "[4,8]") + "}");
    assertRefused("twice", "{" + one + "," + tensor("\\u0061", "F32", "[1]", "[4,8]") + "}");
    assertRefused("twice", "{\"__metadata__\":{},\"__metadata__\":{}}");
    assertRefused("twice", "{\"__metadata__\":{\"k\":\"1\",\"k\":\"2\"}}");
  }

  @Test
  void holesOverlapsAndWrongSizesAreRefused() throws Exception {
    String first = "{" + tensor("a", "F32", "[1]", "[0,4]") + ",";
    assertRefused("hole", first + tensor("b", "U8", "[3]", "[5,8]") + "}");
    assertRefused("overlaps", first + tensor("b", "U8", "[5]", "[3,8]") + "}");
    assertRefused("overlaps", first + tensor("b", "F32", "[1]", "[0,4]") + "}");
    assertRefused("uses 4", a("F32", "[1]", "[0,4]"));
    assertRefused("outside", a("F32", "[3]", "[0,12]"));
    assertRefused("hole", a("F32", "[1]", "[4,8]"));
    assertRefused("outside", a("U8", "[0]", "[0,-8]".replace("-8", "999999999999999999")));
    assertRefused("another size", a("F32", "[3]", "[0,8]"));
    assertRefused("another size", a("F64", "[2]", "[0,8]"));
    String huge = "4611686018427387904";
    assertRefused("out of range", a("F32", "[" + huge + ",4]", "[0,8]"));
    assertRefused("another size", a("F32", "[4294967296,4294967296]", "[0,8]"));
  }

  @Test
  void numbersThatAreNoSizesAreRefused() throws Exception {
    for (String bad :
        List.of("-1", "1.5", "1e1", "\"2\"", "null", "[]", "true", "99999999999999999999")) {
      assertRefused("out of range", a("F32", "[" + bad + "]", "[0,8]"));
    }
    assertRefused("out of range", a("F32", "[2]", "[-8,0]"));
    assertRefused("out of range", a("F32", "[" + "1,".repeat(70) + "2]", "[0,8]"));
  }

  @Test
  void otherPropertiesAndTypesAreNamed() throws Exception {
    assertRefused("type F8_E4M3", a("F8_E4M3", "[8]", "[0,8]"));
    assertRefused("type not given", "{\"a\":{\"dtype\":7,\"shape\":[2],\"data_offsets\":[0,8]}}");
    assertRefused("a property x", "{\"a\":{\"x\":1}}");
    assertRefused("lacks", "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}");
    assertRefused("lacks", a("F32", "[2]", "[0]"));
    assertRefused("something else than text", "{\"__metadata__\":{\"k\":1}}");
    String repeated = "\"shape\":[2],\"shape\":[2],\"dtype\":\"F32\",\"data_offsets\":[0,8]";
    assertRefused("more than three", "{\"a\":{" + repeated + "}}");
  }

  @Test
  void moreTensorsThanAnyModelHasAreRefused() throws Exception {
    StringBuilder header = new StringBuilder("{");
    for (int i = 0; i <= 100_000; i++) {
      header.append(i == 0 ? "" : ",").append(tensor("t" + i, "U8", "[0]", "[0,0]"));
    }
    assertRefused("100000 tensors", header.append("}").toString());
  }

  @Test
  void deepNestingIsRefused() throws Exception {
    String deep = "[".repeat(100_000);
    assertRefused("", "{\"a\":{\"dtype\":\"F32\",\"shape\":" + deep);
    assertRefused("", "{\"__metadata__\":{\"k\":" + deep);
  }

  @Test
  void aFileLargerThanOneBufferIsRead() throws Exception {
    long gigabyte = 1L << 30;
    StringBuilder header = new StringBuilder("{");
    for (int i = 0; i < 3; i++) {
      String offsets = "[%d,%d]".formatted(i * gigabyte, (i + 1) * gigabyte);
      header.append(tensor("large." + i, "U8", "[1073741824]", offsets)).append(',');
    }
    String last = "[%d,%d]".formatted(3 * gigabyte, 3 * gigabyte + 4);
    header.append(tensor("last", "F32", "[1]", last)).append('}');
    Path file = folder.resolve("sparse.safetensors");
    Files.write(file, file(header.toString(), header.length(), 0));
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.seek(8 + header.length() + 3 * gigabyte);
      sparse.writeInt(Integer.reverseBytes(Float.floatToIntBits(2.5f)));
    }
    Map<?, ?> tensors = (Map<?, ?>) SavedFile.read(file).root();
    assertEquals(gigabyte, ((TensorData) tensors.get("large.2")).elements());
    assertArrayEquals(new float[] {2.5f}, ((TensorData) tensors.get("last")).floats());
  }
}
