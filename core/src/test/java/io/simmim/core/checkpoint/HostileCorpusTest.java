package io.simmim.core.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.CheckpointException;
import io.simmim.core.weights.CheckpointFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every hostile file must end in: one sentence or a value, nothing written, and no more memory
 * than twice its size and 256 MB.
 */
class HostileCorpusTest {

  private static final Path FOLDER = Path.of("src/test/resources/torch");
  private static final long MEMORY = 256L << 20;
  private static final byte[] STORAGE = new byte[400];

  private static final long HUGE = Long.MAX_VALUE / 2;

  /** Offset, size and stride of tensors of 100 values. */
  static final List<long[][]> TENSOR_LIES =
      List.of(
          new long[][] {{100}, {1}, {2}},
          new long[][] {{0}, {HUGE, 4}, {4, 1}},
          new long[][] {{0}, {2}, {HUGE}},
          new long[][] {{0}, {-1}, {1}},
          new long[][] {{0}, {2}, {-1}},
          new long[][] {{0}, {1 << 20, 1 << 20}, {0, 0}});

  @TempDir private Path folder;

  /** Whether the file was refused; anything that is neither a refusal nor a value fails. */
  private boolean refused(byte[] content) throws Exception {
    Path file = Files.write(folder.resolve("x.pth"), content);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    boolean refused = false;
    try {
      CheckpointFile.open(file).training();
    } catch (CheckpointException e) {
      refused = true;
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      assertTrue(e.getMessage().endsWith("."), e.getMessage());
      assertTrue(e.getMessage().length() < 400 + file.toString().length(), e.getMessage());
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 2L * content.length + MEMORY, "allocated " + allocated);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
    return refused;
  }

  static Stream<Map.Entry<String, PickleBytes>> pickles() {
    Map<String, PickleBytes> all = new LinkedHashMap<>();
    all.put("system", new PickleBytes().global("os", "system").text("touch x").op(0x85, 'R'));
    all.put("eval", new PickleBytes().global("builtins", "eval").text("1/0").op(0x85, 'R'));
    all.put("line feeds in a name", new PickleBytes().text("a\nb").text("\r\n").op(0x93, 'N', 'R'));
    all.put("a long name", new PickleBytes().global("a".repeat(100_000), "b").op('N', 'R'));
    all.put("nested reduce", nestedReduce());
    all.put("extensions", new PickleBytes().op(0x82, 1, 0x83, 1, 0, 0x84).int32(1));
    all.put("doubled lists", doubled("model"));
    all.put("doubled classes", doubled("classes"));
    all.put("doubled config", doubled("config"));
    all.put("lengths", new PickleBytes().op(0x96).int64(Long.MAX_VALUE));
    all.put("dictionaries", repeated(1_100_000, '}'));
    all.put("sets", repeated(1_100_000, 0x8f));
    all.put("tuples", repeated(1_100_000, ')'));
    all.put("nested tuples", repeated(1_100_000, ')', 0x85));
    all.put("memo", memo());
    all.put("shared entries", shared(new PickleBytes().global("collections", "OrderedDict")));
    all.put("shared text", sharedText());
    all.put("dimensions", dimensions());
    all.put("cycle", new PickleBytes().op('}', 'q', 0).text("model").op('h', 0, 's'));
    all.put("state of a state", stateOfState());
    return all.entrySet().stream();
  }

  private static PickleBytes nestedReduce() {
    PickleBytes pickle = new PickleBytes();
    for (int i = 0; i < 50_000; i++) {
      pickle.global("os", "system");
    }
    pickle.text("touch x");
    for (int i = 0; i < 50_000; i++) {
      pickle.op(0x85, 'R');
    }
    return pickle;
  }

  private static PickleBytes repeated(int count, int... opcodes) {
    PickleBytes pickle = new PickleBytes();
    for (int i = 0; i < count; i++) {
      pickle.op(opcodes);
    }
    return pickle;
  }

  // Lists that hold the list before twice, 60 deep, beside a model and under another name.
  private static PickleBytes doubled(String key) {
    PickleBytes pickle = new PickleBytes().op('}').text("model").op('}', 's').text(key);
    pickle.op('}').text("k").op(']', 'q', 0);
    for (int i = 0; i < 60; i++) {
      pickle.op('0', ']', '(', 'h', i, 'h', i, 'e', 'q', i + 1);
    }
    if (key.equals("classes")) {
      return pickle.op('0', '0', ']', 'h', 60, 'a', 's');
    }
    return pickle.op('s', 's');
  }

  private static PickleBytes memo() {
    PickleBytes pickle = new PickleBytes().op('N');
    for (int i = 0; i < 1_500_000; i++) {
      pickle.op(0x94);
    }
    return pickle;
  }

  private static PickleBytes shared(PickleBytes pickle) {
    pickle.op('q', 0, '0', ']', '(');
    for (int i = 0; i < 50_000; i++) {
      pickle.number(i).number(i).op(0x86);
    }
    pickle.op('e', 0x85, 'q', 1, '0', ']', '(');
    for (int i = 0; i < 50_000; i++) {
      pickle.op('h', 0, 'h', 1, 'R');
    }
    return pickle.op('e');
  }

  private static PickleBytes sharedText() {
    PickleBytes pickle = new PickleBytes().global("_codecs", "encode").op('q', 0, '0');
    pickle.text("x".repeat(1 << 20)).text("latin1").op(0x86, 'q', 1, '0', ']', '(');
    for (int i = 0; i < 50_000; i++) {
      pickle.op('h', 0, 'h', 1, 'R');
    }
    return pickle.op('e');
  }

  private static PickleBytes dimensions() {
    PickleBytes pickle =
        new PickleBytes().global("torch._utils", "_rebuild_tensor").op('q', 0, '0');
    pickle.op('(').storage("FloatStorage", "0", 100).number(0).tuple(new long[64]);
    pickle.tuple(new long[64]).op('t', 'q', 1, '0', ']', '(');
    for (int i = 0; i < 300_000; i++) {
      pickle.op('h', 0, 'h', 1, 'R');
    }
    return pickle.op('e');
  }

  private static PickleBytes stateOfState() {
    PickleBytes pickle = new PickleBytes().global("a", "B").op(')', 0x81, 'q', 0);
    return pickle.op('h', 0, 'b', '}').text("__reduce__").op('h', 0, 's', 'b', 'h', 0, 0x86);
  }

  @ParameterizedTest
  @MethodSource("pickles")
  void aHostilePickleIsHarmlessInEitherFormat(Map.Entry<String, PickleBytes> pickle)
      throws Exception {
    byte[] bytes = pickle.getValue().stop();
    byte[] zip = Files.readAllBytes(PickleBytes.archive(folder.resolve("x.pth"), bytes, STORAGE));
    assertTrue(refused(zip), pickle.getKey());
    refused(LegacyBytes.file(bytes, 100, STORAGE));
  }

  @Test
  void lyingTensorsAreRefusedInTheLegacyFormatToo() throws Exception {
    for (long[][] lie : TENSOR_LIES) {
      byte[] pickle = new PickleBytes().tensor(100, lie[0][0], lie[1], lie[2]).stop();
      assertTrue(refused(LegacyBytes.file(pickle, 100, STORAGE)));
    }
  }

  @ParameterizedTest
  @CsvSource({"zip5.pth", "legacy5.pth", "zip2.pth", "legacy2.pth", "all.safetensors"})
  void aFileThatEndsEarlyAnywhereIsRefused(String name) throws Exception {
    byte[] whole = Files.readAllBytes(FOLDER.resolve(name));
    for (int i = 0; i < 64; i++) {
      assertTrue(refused(Arrays.copyOf(whole, whole.length * i / 64)), name + " at " + i);
    }
    assertTrue(refused(Arrays.copyOf(whole, whole.length - 1)));
  }

  @ParameterizedTest
  @CsvSource({"zip5.pth", "legacy5.pth", "all.safetensors"})
  void flippedBitsEndInASentenceOrAValue(String name) throws Exception {
    byte[] whole = Files.readAllBytes(FOLDER.resolve(name));
    SplittableRandom random = new SplittableRandom(20260103);
    int refused = 0;
    for (int i = 0; i < 1000; i++) {
      byte[] flipped = whole.clone();
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      refused += refused(flipped) ? 1 : 0;
    }
    assertTrue(refused > 100, "only " + refused + " of 1000 were noticed");
  }
}
