package io.simmim.core.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each fault was tried and survived, over all tests that take one as a parameter. Under
 * the profile {@code faults} it is printed at the end, and written to {@code target/faults.txt}.
 */
public final class FaultTable implements AutoCloseable {

  /** The heavy versions run when this property is set. */
  public static final String PROPERTY = "simmim.faults";

  private static final String ROW = "%-64s %6s %9s %6s%n";

  private final Map<String, Count> counts = new LinkedHashMap<>();

  private record Count(int tries, int survived) {}

  /** Something that fails when the fault is not survived. */
  @FunctionalInterface
  public interface Attempt {
    void run() throws Exception;
  }

  /** Tries once. */
  public void trying(String fault, Attempt attempt) throws Exception {
    add(fault, 1, 0);
    attempt.run();
    add(fault, 0, 1);
  }

  private synchronized void add(String fault, int tries, int survived) {
    counts.merge(
        fault,
        new Count(tries, survived),
        (a, b) -> new Count(a.tries() + b.tries(), a.survived() + b.survived()));
  }

  @Override
  public synchronized void close() {
    if (System.getProperty(PROPERTY) == null) {
      return;
    }
    StringBuilder table = new StringBuilder(ROW.formatted("fault", "tries", "survived", "lost"));
    counts.forEach(
        (fault, count) ->
            table.append(
                ROW.formatted(
                    fault, count.tries(), count.survived(), count.tries() - count.survived())));
    System.out.println(table);
    try {
      Files.writeString(Path.of("target", "faults.txt"), table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
