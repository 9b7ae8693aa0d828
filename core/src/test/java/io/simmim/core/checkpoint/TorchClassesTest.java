package io.simmim.core.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.CheckpointException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the classes that PyTorch, numpy and the training scripts save become here. */
class TorchClassesTest {

  @TempDir private Path folder;

  private Object read(PickleBytes pickle) throws Exception {
    Path file = folder.resolve("x.pth");
    byte[] storage = PickleBytes.floats(1, 2, 3, 4);
    return SavedFile.read(PickleBytes.archive(file, pickle.stop(), storage)).root();
  }

  private static PickleBytes tensor(String function, long[] size, long[] stride) {
    PickleBytes pickle = new PickleBytes().global("torch._utils", function);
    return pickle.op('(').storage("FloatStorage", "0", 4).number(0).tuple(size).tuple(stride);
  }

  @Test
  void parametersAndTensorsOfOldAndNewVersionsAreTensors() throws Exception {
    long[] size = {2, 2};
    long[] stride = {1, 2};
    PickleBytes old = tensor("_rebuild_tensor", size, stride).op('t', 'R');
    assertArrayEquals(new float[] {1, 3, 2, 4}, ((TensorData) read(old)).floats());

    PickleBytes parameter = new PickleBytes().global("torch._utils", "_rebuild_parameter").op('(');
    parameter.tensor(4, 0, size, stride).op(0x88, '}', 't', 'R');
    assertArrayEquals(new float[] {1, 3, 2, 4}, ((TensorData) read(parameter)).floats());

    PickleBytes typed = new PickleBytes().global("torch._tensor", "_rebuild_from_type_v2").op('(');
    typed.global("torch._utils", "_rebuild_tensor_v2").global("torch", "Tensor").op('(');
    typed.storage("FloatStorage", "0", 4).number(0).tuple(4).tuple(1).op(0x89, '}', 't', '}');
    assertArrayEquals(new float[] {1, 2, 3, 4}, ((TensorData) read(typed.op('t', 'R'))).floats());
  }

  @Test
  void aTensorWhoseValuesAreToBeNegatedStaysInert() throws Exception {
    PickleBytes pickle = tensor("_rebuild_tensor_v2", new long[] {4}, new long[] {1});
    pickle.op(0x89, '}', '}').text("neg").op(0x88, 's', 't', 'R');
    assertInstanceOf(PyObject.class, read(pickle));
  }

  @Test
  void anExpandedTensorIsWrittenOut() throws Exception {
    PickleBytes pickle = new PickleBytes().tensor(4, 1, new long[] {3, 2, 2}, new long[] {0, 0, 1});
    assertArrayEquals(
        new float[] {2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3}, ((TensorData) read(pickle)).floats());
  }

  @Test
  void typesDevicesAndSizesAreNamed() throws Exception {
    assertEquals(
        new PyClass("torch", "float32"), read(new PickleBytes().global("torch", "float32")));
    assertEquals("torch.bfloat16", read(new PickleBytes().global("torch", "bfloat16")).toString());
    PickleBytes device = new PickleBytes().global("torch", "device").text("cpu").op(0x85, 'R');
    assertEquals(List.of("cpu"), ((PyObject) read(device)).arguments());
    PickleBytes size = new PickleBytes().global("torch", "Size").tuple(2, 3).op(0x85, 'R');
    assertEquals(PyTuple.of(2L, 3L), read(size));
  }

  @Test
  void configurationsAreMapsAndArgumentsHaveAttributes() throws Exception {
    PickleBytes node = new PickleBytes().global("yacs.config", "CfgNode").op(')', 0x81);
    node.text("DEPTH").number(4).op('s', '}').text("__immutable__").op(0x88, 's', 'b');
    assertEquals(Map.of("DEPTH", 4L), read(node));
    PickleBytes arguments = new PickleBytes().global("argparse", "Namespace").op(')', 0x81, '}');
    PyObject namespace = (PyObject) read(arguments.text("lr").number(7).op('s', 'b'));
    assertEquals(Map.of("lr", 7L), namespace.attributes());
  }

  @Test
  void entriesGivenToAnOrderedDictionaryKeepTheirOrder() throws Exception {
    PickleBytes pickle = new PickleBytes().global("collections", "OrderedDict").op(']', '(');
    pickle.op(']', '(').text("z").number(1).op('e');
    pickle.text("a").number(2).op(0x86, 'e', 0x85, 'R');
    Map<?, ?> map = (Map<?, ?>) read(pickle);
    assertEquals(List.of("z", "a"), List.copyOf(map.keySet()));
  }

  private static PickleBytes numpy(String module, String type, String order, int... bytes) {
    PickleBytes pickle = new PickleBytes().global(module, "scalar").global("numpy", "dtype");
    pickle.text(type).op(0x89, 0x88, 0x87, 'R', '(').number(3).text(order).op('N', 't', 'b');
    pickle.op('C', bytes.length).op(bytes);
    return pickle.op(0x86, 'R');
  }

  @Test
  void numbersOfNumpyAreNumbers() throws Exception {
    String module = "numpy._core.multiarray";
    assertEquals(0.5, read(numpy(module, "f8", "<", 0, 0, 0, 0, 0, 0, 0xE0, 0x3F)));
    assertEquals(-2L, read(numpy("numpy.core.multiarray", "i4", "<", 0xFE, 255, 255, 255)));
    assertEquals(true, read(numpy(module, "b1", "|", 1)));
    for (PickleBytes other :
        List.of(
            numpy(module, "f8", ">", 0x3F, 0xE0, 0, 0, 0, 0, 0, 0),
            numpy(module, "f8", "<", 1, 2),
            numpy(module, "c16", "<", 1, 2))) {
      assertEquals("<" + module + ".scalar>", read(other).toString());
    }
    PickleBytes encoded = new PickleBytes().global(module, "scalar").global("numpy", "dtype");
    encoded.text("u1").op(0x85, 'R').global("_codecs", "encode").text("ÿ").text("latin1");
    assertEquals(255L, read(encoded.op(0x86, 'R', 0x86, 'R')));
  }

  @Test
  void protocolsFourAndFiveAreRead() throws Exception {
    PickleBytes frame = new PickleBytes().op(0x80, 4, 0x95).int64(20).op('}', 0x94);
    frame.op(0x8c, 1, 'k', 0x94, 0x8c, 2, 'i', 'o', 0x8c, 1, 'X', 0x93, 's', 'h', 1);
    assertEquals("k", read(frame));
    PickleBytes bytes = new PickleBytes().op(0x80, 5, 0x96).int64(3).op(1, 2, 3);
    assertArrayEquals(new byte[] {1, 2, 3}, (byte[]) read(bytes));
  }

  @Test
  void anotherProtocolIsNamed() {
    String message =
        assertThrows(CheckpointException.class, () -> read(new PickleBytes().op(0x80, 6, 'N')))
            .getMessage();
    assertTrue(message.contains("protocol 6"), message);
  }

  @Test
  void aBigEndianFileIsRefused() throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("data.pkl", new PickleBytes().op('N').stop());
    entries.put("byteorder", "big".getBytes(StandardCharsets.US_ASCII));
    Path file = PickleBytes.archive(folder.resolve("x.pth"), entries, ZipEntry.STORED);
    String message =
        assertThrows(CheckpointException.class, () -> SavedFile.read(file).root()).getMessage();
    assertTrue(message.contains("big-endian"), message);
  }

  @Test
  void moreStepsThanTheFileExplainsAreRefused() {
    PickleBytes pickle = new PickleBytes();
    for (int i = 0; i < 1_100_000; i++) {
      pickle.op('}');
    }
    String message = assertThrows(CheckpointException.class, () -> read(pickle)).getMessage();
    assertTrue(message.contains("more values"), message);
  }
}
