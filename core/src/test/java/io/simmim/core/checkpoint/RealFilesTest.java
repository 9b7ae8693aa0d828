package io.simmim.core.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.simmim.core.checkpoint.SavedFile.Format;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that PyTorch 2.13 and the safetensors library wrote, in every element type. */
class RealFilesTest {

  private static final Path FOLDER = Path.of("src/test/resources/torch");

  @TempDir private Path folder;

  private static Map<?, ?> torch(String name) throws Exception {
    return (Map<?, ?>) SavedFile.read(FOLDER.resolve(name)).root();
  }

  @ParameterizedTest
  @CsvSource({
    "zip2.pth, TORCH_ZIP",
    "zip5.pth, TORCH_ZIP",
    "legacy2.pth, TORCH_LEGACY",
    "legacy5.pth, TORCH_LEGACY",
    "all.safetensors, SAFETENSORS"
  })
  void everyTensorHasTheValuesThatPyTorchPrinted(String name, Format format) throws Exception {
    SavedFile file = SavedFile.read(FOLDER.resolve(name));
    assertEquals(format, file.format());
    Map<?, ?> root = (Map<?, ?>) file.root();
    Map<?, ?> model = format == Format.SAFETENSORS ? root : (Map<?, ?>) root.get("model");
    List<String> lines = Files.readAllLines(FOLDER.resolve("expected.txt"));
    assertEquals(lines.size(), model.size());
    for (String line : lines) {
      String[] parts = line.split("\\|", -1);
      TensorData tensor = assertInstanceOf(TensorData.class, model.get(parts[0]), parts[0]);
      assertEquals(parts[1], tensor.shapeText());
      double[] expected =
          Arrays.stream(parts[2].split(" "))
              .filter(value -> !value.isEmpty())
              .mapToDouble(Double::parseDouble)
              .toArray();
      assertArrayEquals(expected, tensor.doubles(), parts[0]);
      if (Arrays.stream(ScalarType.values()).anyMatch(t -> lower(t).equals(parts[0]))) {
        assertEquals(parts[0], lower(tensor.type()));
      }
    }
  }

  private static String lower(ScalarType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip2.pth", "zip5.pth", "legacy2.pth", "legacy5.pth"})
  void whatStandsBesideTheTensorsIsShown(String name) throws Exception {
    Map<?, ?> root = torch(name);
    assertEquals(
        Map.of("A", Map.of("B", List.of(1L, 2L), "C", PyTuple.of(1L, 2L))), root.get("cfg"));
    assertEquals(Map.of("lr", 0.1, "name", "x"), ((PyObject) root.get("args")).attributes());
    assertEquals(81.25, root.get("acc"));
    assertEquals(7L, root.get("n"));
    assertEquals(0.5, root.get("f4"));
    assertEquals("torch.float16", root.get("dt").toString());
    assertEquals("<torch.device>", root.get("dev").toString());
    assertEquals("<numpy.dtype>", root.get("npdt").toString());
    assertEquals(PyTuple.of(2L, 3L), root.get("size"));
    assertEquals(BigInteger.TWO.pow(70), root.get("big"));
    assertEquals(-5L, root.get("neg"));
    assertEquals(PyTuple.of(1L, "a"), root.get("t"));
    assertArrayEquals(new byte[] {0, -1}, (byte[]) root.get("bytes"));
    assertEquals(List.of(3L), assertInstanceOf(TensorData.class, root.get("attr")).shape());
    assertInstanceOf(PyObject.class, root.get("path"));
    assertInstanceOf(PyObject.class, root.get("arr"));
  }

  @Test
  void aTensorOfAnotherElementTypeStaysInert() throws Exception {
    assertInstanceOf(PyObject.class, torch("zip5.pth").get("f8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"all.safetensors", "two.safetensors"})
  void safetensorsAreWrittenByteForByteLikeTheReference(String name) throws Exception {
    SavedFile file = SavedFile.read(FOLDER.resolve(name));
    Map<String, TensorData> tensors = new LinkedHashMap<>();
    ((Map<?, ?>) file.root())
        .forEach((key, value) -> tensors.put((String) key, (TensorData) value));
    Path copy = folder.resolve("copy.safetensors");
    SafetensorsWriter.write(copy, tensors, file.metadata());
    assertArrayEquals(Files.readAllBytes(FOLDER.resolve(name)), Files.readAllBytes(copy));
  }
}
