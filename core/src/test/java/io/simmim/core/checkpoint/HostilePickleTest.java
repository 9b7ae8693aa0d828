package io.simmim.core.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pickle asks for is never done; at most it is shown. */
class HostilePickleTest {

  @TempDir private Path folder;

  private Path archive(PickleBytes pickle) throws IOException {
    return PickleBytes.archive(folder.resolve("x.pth"), pickle.stop(), new byte[400]);
  }

  private Object read(PickleBytes pickle) throws Exception {
    return SavedFile.read(archive(pickle)).root();
  }

  private void assertRefused(String because, PickleBytes pickle) throws IOException {
    Path file = archive(pickle);
    String message =
        assertThrows(CheckpointException.class, () -> SavedFile.read(file).root()).getMessage();
    assertTrue(message.contains(because), message);
    assertEquals(1, message.lines().count(), message);
    assertTrue(message.length() < 400 + file.toString().length(), message);
  }

  @ParameterizedTest
  @CsvSource({
    "os, system",
    "posix, system",
    "builtins, eval",
    "builtins, exec",
    "builtins, getattr",
    "subprocess, Popen",
    "__builtin__, __import__",
    "torch.hub, load",
    "java.lang, Runtime"
  })
  void callsStayInertObjectsThatCanBeShown(String module, String name) throws Exception {
    Path trace = folder.resolve("was-here");
    PickleBytes pickle =
        new PickleBytes().global(module, name).text("touch " + trace).op(0x85, 'R');
    PyObject inert = assertInstanceOf(PyObject.class, read(pickle));
    assertEquals(module + "." + name, inert.className());
    assertEquals(List.of("touch " + trace), inert.arguments());
    assertTrue(Files.notExists(trace));
  }

  @Test
  void stateForAnObjectIsKeptAndNotApplied() throws Exception {
    PickleBytes pickle = new PickleBytes().global("a", "B").op(')', 0x81, '}').text("__class__");
    PyObject inert = (PyObject) read(pickle.number(7).op('s', 'b').text("k").number(8).op('s'));
    assertEquals(List.of(Map.of("__class__", 7L), Map.of("k", 8L)), inert.states());
  }

  @ParameterizedTest
  @ValueSource(ints = {0x82, 0x83, 0x84, 'i', 'o', 'I', 'S', 'p', 'g', 'P', 0x97, 0x98, 0xff})
  void opcodesThatCheckpointsDoNotUseAreRefused(int opcode) throws Exception {
    assertRefused("opcode", new PickleBytes().op('N', opcode, 1, 0, 0, 0));
  }

  @Test
  void referencesToNothingAndMissingValuesAreRefused() throws Exception {
    assertRefused("reference", new PickleBytes().op('h', 7));
    assertRefused("reference", new PickleBytes().op('j').int32(3));
    assertRefused("length", new PickleBytes().op('j').int32(-3));
    assertRefused("mark", new PickleBytes().op('N', 't'));
    assertRefused("value", new PickleBytes());
    assertRefused("value", new PickleBytes().op('(', 0x85));
    assertRefused("value", new PickleBytes().op('(', 'q', 0, '1', 'h', 0));
    assertRefused("value", new PickleBytes().op('R'));
    assertRefused("without", new PickleBytes().op('}', '(', 'N', 'u'));
  }

  @Test
  void callsOfWhatIsNoClassAreRefused() throws Exception {
    assertRefused("not a class", new PickleBytes().text("os.system").op(')', 'R'));
    assertRefused("arguments", new PickleBytes().global("os", "system").op(']', 'R'));
    assertRefused("not text", new PickleBytes().op('N', 'N', 0x93));
    assertRefused("storage reference", new PickleBytes().text("0").op('Q'));
    assertRefused("not as expected", new PickleBytes().op('(', 'N', 'N', 'N', 'N', 'N', 't', 'Q'));
    assertRefused("a storage of type", new PickleBytes().storage("EvilStorage", "0", 1));
    assertRefused(
        "not as expected",
        new PickleBytes().global("torch._utils", "_rebuild_tensor_v2").op(')', 'R'));
  }

  @Test
  void lengthsBeyondTheFileAreRefusedBeforeMemoryIsTaken() throws Exception {
    for (int opcode : new int[] {'X', 'T', 'B', 0x8b}) {
      assertRefused("length", new PickleBytes().op(opcode).int32(Integer.MAX_VALUE));
      assertRefused("length", new PickleBytes().op(opcode).int32(-1));
    }
    for (int opcode : new int[] {0x8d, 0x8e}) {
      assertRefused("length", new PickleBytes().op(opcode).int64(Long.MAX_VALUE));
      assertRefused("length", new PickleBytes().op(opcode).int64(-1));
    }
    assertRefused("integer of 200", new PickleBytes().op(0x8a, 200));
  }

  @Test
  void listsThatContainThemselvesAreHarmless() throws Exception {
    List<?> list = (List<?>) read(new PickleBytes().op(']', 'q', 0, 'h', 0, 'a'));
    assertSame(list, list.get(0));
    Map<?, ?> map = (Map<?, ?>) read(new PickleBytes().op('}', 'q', 0).text("me").op('h', 0, 's'));
    assertSame(map, map.get("me"));
  }

  @Test
  void containersAreNeverHashed() throws Exception {
    PickleBytes itself = new PickleBytes().op('}', ']', 'q', 0, 'h', 0, 'a', 'N', 's');
    assertRefused("a key", itself);
    // Each list holds the one before twice: hashing the last takes 2^60 steps.
    for (int last : new int[] {0x90, 0x91}) {
      PickleBytes bomb = new PickleBytes().op(0x8f, '(', ']', 'q', 0);
      for (int i = 0; i < 60; i++) {
        bomb.op('0', ']', '(', 'h', i, 'h', i, 'e', 'q', i + 1);
      }
      assertRefused("a key", bomb.op(last));
    }
    PickleBytes call = new PickleBytes().global("builtins", "set").op(']', 'q', 0, 'h', 0, 'a');
    assertInstanceOf(PyObject.class, read(call.op(0x85, 'R')));
  }

  @Test
  void deepNestingIsNoProblem() throws Exception {
    PickleBytes deep = new PickleBytes().op('N');
    for (int i = 0; i < 200_000; i++) {
      deep.op(0x85);
    }
    assertInstanceOf(PyTuple.class, read(deep));
    PickleBytes marks = new PickleBytes();
    for (int i = 0; i < 200_000; i++) {
      marks.op('(');
    }
    assertRefused("value", marks);
  }

  @Test
  void aSmallFileCannotAskForMuchMemory() throws Exception {
    // One tuple of a hundred thousand items, given to a hundred thousand calls.
    PickleBytes calls = new PickleBytes().op('(');
    for (int i = 0; i < 100_000; i++) {
      calls.op('N');
    }
    calls.op('t', 'q', 0, '0').global("a", "B").op('q', 1, '0', ']', '(');
    for (int i = 0; i < 100_000; i++) {
      calls.op('h', 1, 'h', 0, 'R');
    }
    assertEquals(100_000, ((List<?>) read(calls.op('e'))).size());
  }

  @Test
  void aStorageIsNotCopiedWithoutEnd() throws Exception {
    PickleBytes views = new PickleBytes().op(']', '(');
    for (int i = 0; i < 1000; i++) {
      views.tensor(1 << 18, 0, new long[] {2, 1 << 17}, new long[] {1, 2});
    }
    Path file = folder.resolve("views.pth");
    PickleBytes.archive(file, views.op('e').stop(), new byte[4 << 18]);
    String message =
        assertThrows(CheckpointException.class, () -> SavedFile.read(file).root()).getMessage();
    assertTrue(message.contains("for copies"), message);
  }

  @Test
  void oneStorageOfManyTensorsIsReadOnce() throws Exception {
    PickleBytes views = new PickleBytes().op(']', '(');
    for (int i = 0; i < 2000; i++) {
      views.tensor(1 << 20, i, new long[] {1}, new long[] {1});
    }
    Path file = folder.resolve("shared.pth");
    PickleBytes.archive(file, views.op('e').stop(), new byte[4 << 20]);
    // Eight gigabytes of checksums otherwise.
    assertEquals(2000, ((List<?>) SavedFile.read(file).root()).size());
  }
}
