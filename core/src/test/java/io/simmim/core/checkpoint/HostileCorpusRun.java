package io.simmim.core.checkpoint;

import io.simmim.core.checkpoint.HostileCorpus.Case;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.inspect.Inspection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Opens and inspects the whole corpus in this process, whose memory the caller has limited. Prints
 * counts by family; anything that is neither a verdict nor one sentence ends it.
 */
final class HostileCorpusRun {

  private final Path folder;
  private final Map<String, int[]> counts = new LinkedHashMap<>(); // opened, refused
  private long slowest;
  private String slowestName = "";

  private HostileCorpusRun(Path folder) {
    this.folder = folder;
  }

  /** {@code arguments}: a folder to work in. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    HostileCorpusRun run = new HostileCorpusRun(Files.createDirectories(root.resolve("case")));
    Path scratch = Files.createDirectories(root.resolve("scratch"));
    HostileCorpus.forEach(scratch, run::open);
    run.counts.forEach(
        (family, count) ->
            System.out.printf(
                "%-20s %5d files, %5d refused%n", family, count[0] + count[1], count[1]));
    System.out.printf("slowest %.1f s: %s%n", run.slowest / 1e9, run.slowestName);
  }

  private void open(Case one) {
    try {
      clear();
      for (Map.Entry<String, byte[]> file : one.files().entrySet()) {
        Files.write(folder.resolve(file.getKey()), file.getValue());
      }
      long start = System.nanoTime();
      boolean refused = refused(one);
      long nanos = System.nanoTime() - start;
      counts.computeIfAbsent(one.family(), family -> new int[2])[refused ? 1 : 0]++;
      if (nanos > slowest) {
        slowest = nanos;
        slowestName = one.family() + ", " + one.name();
      }
      requireOnly(one);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      throw new IllegalStateException(one.family() + ", " + one.name(), e);
    }
  }

  private boolean refused(Case one) {
    try {
      Inspection.of(folder.resolve(one.opened())).nextSteps();
      return false;
    } catch (CheckpointException e) {
      String message = e.getMessage();
      boolean sentence =
          message.lines().count() == 1
              && message.endsWith(".")
              && message.length() < 600 + folder.toString().length();
      if (!sentence) {
        throw new IllegalStateException("no sentence: " + message);
      }
      return true;
    }
  }

  private void clear() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder)) {
          Files.delete(file);
        }
      }
    }
  }

  private void requireOnly(Case one) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      if (!names.equals(List.copyOf(new TreeSet<>(one.files().keySet())))) {
        throw new IllegalStateException("files were written: " + names);
      }
    }
  }
}
