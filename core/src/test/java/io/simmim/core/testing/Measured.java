package io.simmim.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Checks a difference from a golden value and leaves a line about it in {@code target/parity.tsv},
 * from which {@link ParityTable} makes the README's tables.
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

  /** The largest difference between elements of the same place. */
  public static void within(
      double tolerance, float[] expected, float[] actual, String golden, String quantity) {
    assertEquals(expected.length, actual.length, () -> golden + ", " + quantity);
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      double difference = Math.abs((double) expected[i] - actual[i]);
      // A maximum with NaN is NaN, and that is within nothing.
      largest = Math.max(largest, difference);
    }
    within(tolerance, largest, golden, quantity);
  }

  /** The difference as a share of the expected value. */
  public static void relative(
      double tolerance, double expected, double actual, String golden, String quantity) {
    double difference = Math.abs(expected - actual);
    within(tolerance, difference == 0 ? 0 : difference / Math.abs(expected), golden, quantity);
  }

  /** The same number. */
  public static void exactly(double expected, double actual, String golden, String quantity) {
    within(0, Math.abs(expected - actual), golden, quantity);
  }

  /** The same bytes; a difference is one between unsigned numbers, such as levels of a colour. */
  public static void exactly(byte[] expected, byte[] actual, String golden, String quantity) {
    assertEquals(expected.length, actual.length, () -> golden + ", " + quantity);
    int largest = 0;
    for (int i = 0; i < expected.length; i++) {
      largest = Math.max(largest, Math.abs((expected[i] & 0xFF) - (actual[i] & 0xFF)));
    }
    within(0, largest, golden, quantity);
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
