package io.simmim.core.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Checks a difference from a golden value and leaves a line about it in {@code target/parity.tsv},
 * from which the README's table of parity is made.
 */
public final class Measured {

  private static final Path FILE = Path.of("target", "parity.tsv");

  private Measured() {}

  /** Fails when {@code difference} is larger than {@code tolerance} or not a number. */
  public static void within(double tolerance, double difference, String golden, String quantity) {
    record(golden, quantity, difference, tolerance);
    assertTrue(
        difference <= tolerance,
        () -> golden + ", " + quantity + ": off by " + difference + ", allowed " + tolerance);
  }

  private static synchronized void record(
      String golden, String quantity, double difference, double tolerance) {
    try {
      Files.createDirectories(FILE.getParent());
      Files.writeString(
          FILE,
          "%s\t%s\t%s\t%s%n".formatted(golden, quantity, difference, tolerance),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
