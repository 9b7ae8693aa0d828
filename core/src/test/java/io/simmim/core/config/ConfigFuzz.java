package io.simmim.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.testing.FaultTable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Mutated files of shipped configurations, read from the disk as the program reads them.
 *
 * @param folder where the files are
 * @param texts the shipped ones
 */
record ConfigFuzz(Path folder, List<String> texts) {

  private static final String FILE = "fuzz.yaml";
  private static final int MOST_SENTENCES = 500;
  private static final String WIDE = "[" + "good.yaml, ".repeat(200) + "good.yaml]";

  /** Values of BASE. */
  static final List<String> BASES =
      List.of(
          FILE,
          "loop-a.yaml",
          "[loop-a.yaml, loop-b.yaml]",
          "./././" + FILE,
          "deep-0.yaml",
          "tree-0.yaml",
          "good.yaml",
          "[good.yaml, bad.yaml]",
          WIDE,
          "[" + "large.yaml, ".repeat(60) + "large.yaml]",
          "missing.yaml",
          ".",
          "/dev/zero",
          "/dev/stdin",
          "/proc/self/mem",
          "\"\\0\"",
          "\"" + "n".repeat(5000) + "\"",
          "[[good.yaml]]",
          "{good.yaml: 1}",
          "http://127.0.0.1:9/config.yaml");

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** How it went: of how many files valid configurations were made, and the times in seconds. */
  record Result(int valid, List<Double> seconds, double mostProcessorSeconds) {

    String inWords() {
      List<Double> sorted = new ArrayList<>(seconds);
      Collections.sort(sorted);
      return String.format(
          Locale.ROOT,
          "%d files, %d of them valid: median %.2f ms, 99 %% below %.1f ms, slowest %.0f ms (%.0f ms of"
              + " the processor)",
          sorted.size(),
          valid,
          1e3 * sorted.get(sorted.size() / 2),
          1e3 * sorted.get(sorted.size() * 99 / 100),
          1e3 * sorted.get(sorted.size() - 1),
          1e3 * mostProcessorSeconds);
    }
  }

  static ConfigFuzz in(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path file : Sample.yamlFilesBelow(Sample.CONFIGS)) {
      texts.add(Files.readString(file));
    }
    Files.writeString(folder.resolve("loop-a.yaml"), "BASE: loop-b.yaml\n");
    Files.writeString(folder.resolve("loop-b.yaml"), "BASE: [loop-a.yaml, " + FILE + "]\n");
    for (int i = 0; i < 100; i++) {
      String next = (i + 1) + ".yaml";
      Files.writeString(folder.resolve("deep-" + i + ".yaml"), "BASE: deep-" + next + "\n");
      String twice = "BASE: [tree-" + next + ", tree-" + next + "]\n";
      Files.writeString(folder.resolve("tree-" + i + ".yaml"), twice);
    }
    Files.writeString(folder.resolve("good.yaml"), "TAG: base\n");
    Files.writeString(folder.resolve("bad.yaml"), "TAG: [\n");
    Files.writeString(folder.resolve("large.yaml"), "TAG: x\n" + "# y\n".repeat(24_000));
    return new ConfigFuzz(folder, texts);
  }

  /** Reads {@code rounds} files, of every kind equally many. */
  Result run(int rounds, Random random, FaultTable table) throws Exception {
    ConfigMutation[] kinds = ConfigMutation.values();
    List<Double> seconds = new ArrayList<>();
    int valid = 0;
    long most = 0;
    for (int i = 0; i < rounds; i++) {
      ConfigMutation kind = kinds[i % kinds.length];
      byte[] content = kind.of(texts.get(random.nextInt(texts.size())), random);
      Path file = Files.write(folder.resolve(FILE), content);
      long processor = THREADS.getCurrentThreadCpuTime();
      long began = System.nanoTime();
      ConfigResult[] read = new ConfigResult[1];
      table.trying("mutated configuration: " + name(kind), () -> read[0] = check(file));
      seconds.add((System.nanoTime() - began) / 1e9);
      most = Math.max(most, THREADS.getCurrentThreadCpuTime() - processor);
      valid += read[0].config().isPresent() ? 1 : 0;
    }
    return new Result(valid, seconds, most / 1e9);
  }

  private static String name(ConfigMutation kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private ConfigResult check(Path file) {
    ConfigResult result;
    try {
      result = new ConfigLoader().load(file, Overrides.none()).forPretraining();
    } catch (RuntimeException | Error e) {
      throw new AssertionError("not in a sentence: " + kept(file), e);
    }
    assertEquals(result.config().isPresent(), result.faults().isEmpty());
    assertTrue(result.faults().size() < MOST_SENTENCES, () -> kept(file));
    result.faults().forEach(fault -> checkSentence(fault, file));
    return result;
  }

  private void checkSentence(ConfigFault fault, Path file) {
    String sentence = fault.toString();
    assertEquals(1, sentence.lines().count(), sentence);
    assertTrue(sentence.endsWith(".") || sentence.endsWith("?"), () -> sentence + kept(file));
    assertTrue(sentence.length() < 1000, () -> sentence + kept(file));
    assertTrue(fault.source().startsWith(folder.toString()), sentence);
    assertFalse(fault.message().contains("Exception"), () -> sentence + kept(file));
    boolean placed = fault.line() > 0 || !fault.key().isEmpty() || isAboutTheFile(fault);
    assertTrue(placed, () -> sentence + kept(file));
  }

  private static boolean isAboutTheFile(ConfigFault fault) {
    return fault.message().contains("is not a UTF-8 text")
        || fault.message().contains("too large")
        || fault.message().contains("more than");
  }

  /** The file is read again under another name by whoever looks into it. */
  private static String kept(Path file) {
    try {
      Path copy = Files.createTempFile("fuzz-", ".yaml");
      return " (" + Files.write(copy, Files.readAllBytes(file)) + ")";
    } catch (IOException e) {
      return e.toString();
    }
  }
}
