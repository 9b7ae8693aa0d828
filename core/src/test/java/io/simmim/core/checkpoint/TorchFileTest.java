package io.simmim.core.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.testing.Golden;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TorchFileTest {

  @TempDir private Path folder;

  private Object roundTrip(Object root) throws Exception {
    Path file = folder.resolve("x.pth");
    try (OutputStream out = Files.newOutputStream(file)) {
      TorchFile.write(out, root);
    }
    return SavedFile.read(file).root();
  }

  @Test
  void plainValuesComeBackAsTheyWere() throws Exception {
    Map<Object, Object> tree = new LinkedHashMap<>();
    tree.put("z first", List.of(1L, "two", 3.5, true, false));
    tree.put("a", PyTuple.of(0.9, PyTuple.of("inner")));
    tree.put("empty", List.of(Map.of(), List.of(), PyTuple.of(), ""));
    tree.put("none", null);
    tree.put("text", "Grüße, 世界 \n \u0000");
    tree.put(
        "numbers",
        List.of(0L, 255L, 256L, -1L, 65536L, (long) Integer.MIN_VALUE, 1L << 31, Long.MIN_VALUE));
    tree.put("reals", List.of(-0.0, 1e-300, Double.NaN, Double.POSITIVE_INFINITY));
    tree.put(7L, "keyed by number");
    Object read = roundTrip(tree);
    assertEquals(tree, read);
    assertEquals(new ArrayList<>(tree.keySet()), new ArrayList<>(((Map<?, ?>) read).keySet()));
  }

  @ParameterizedTest
  @EnumSource(ScalarType.class)
  void tensorsOfEveryTypeComeBackByteForByte(ScalarType type) throws Exception {
    byte[] bytes = new byte[6 * type.bytes()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (type == ScalarType.BOOL ? i % 2 : 3 * i + 1);
    }
    TensorData tensor = new TensorData(type, List.of(2L, 3L), ByteBuffer.wrap(bytes));
    TensorData read = (TensorData) ((List<?>) roundTrip(List.of(tensor))).get(0);
    assertEquals(type, read.type());
    assertEquals(List.of(2L, 3L), read.shape());
    assertEquals(tensor.view(), read.view());
  }

  @Test
  void aScalarAndTensorsWithoutElementsKeepTheirShapes() throws Exception {
    ByteBuffer nothing = ByteBuffer.allocate(0);
    List<TensorData> tensors =
        List.of(
            TensorData.scalar(3.5f),
            new TensorData(ScalarType.FLOAT32, List.of(0L), nothing),
            new TensorData(ScalarType.INT64, List.of(4L, 0L, 2L), nothing),
            TensorData.scalar(-1f));
    List<?> read = (List<?>) roundTrip(tensors);
    for (int i = 0; i < tensors.size(); i++) {
      assertEquals(tensors.get(i).shape(), ((TensorData) read.get(i)).shape());
      assertEquals(tensors.get(i).view(), ((TensorData) read.get(i)).view());
    }
    assertEquals("[4, 0, 2]", ((TensorData) read.get(2)).shapeText());
  }

  static Stream<Path> goldenFiles() throws Exception {
    try (Stream<Path> files = Files.walk(Golden.path("."))) {
      return files.filter(f -> f.toString().endsWith(".pth")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void everyOfficialFileReads(Path file) throws Exception {
    Map<?, ?> root = assertInstanceOf(Map.class, SavedFile.read(file).root());
    Map<?, ?> model = assertInstanceOf(Map.class, root.get("model"));
    assertTrue(model.size() > 10);
    model.forEach(
        (name, value) -> {
          assertInstanceOf(String.class, name);
          assertInstanceOf(TensorData.class, value);
        });
  }

  @Test
  void atLeastOneOfficialFileIsThere() throws Exception {
    assertTrue(goldenFiles().count() >= 6);
  }

  @Test
  void tensorsCutFromAStorageAreGathered() throws Exception {
    float[] stored = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    PickleBytes pickle = new PickleBytes().op(']', '(');
    pickle.tensor(12, 0, new long[] {4, 3}, new long[] {1, 4}); // [3, 4] transposed
    pickle.tensor(12, 1, new long[] {2, 2}, new long[] {6, 3}); // every third
    pickle.tensor(12, 5, new long[] {3}, new long[] {1}); // a slice
    pickle.tensor(12, 2, new long[] {2, 3}, new long[] {0, 1}); // expanded
    pickle.tensor(12, 11, new long[] {}, new long[] {}); // one element
    pickle.tensor(12, 4, new long[] {1, 2, 1}, new long[] {99, 2, 77}); // strides of single sides
    Path file =
        PickleBytes.archive(
            folder.resolve("s.pth"), pickle.op('e').stop(), PickleBytes.floats(stored));
    List<?> read = (List<?>) SavedFile.read(file).root();
    assertFloats(read.get(0), 0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11);
    assertFloats(read.get(1), 1, 4, 7, 10);
    assertFloats(read.get(2), 5, 6, 7);
    assertFloats(read.get(3), 2, 3, 4, 2, 3, 4);
    assertFloats(read.get(4), 11);
    assertFloats(read.get(5), 4, 6);
    assertEquals(List.of(4L, 3L), ((TensorData) read.get(0)).shape());
  }

  private static void assertFloats(Object tensor, float... expected) {
    float[] actual = ((TensorData) tensor).floats();
    assertArrayEquals(expected, actual, Arrays.toString(actual));
  }
}
