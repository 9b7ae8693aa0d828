package io.simmim.core.checkpoint;

/**
 * How much a file may ask for. Every step of a pickle makes an object of some hundred bytes at most
 * from as little as one byte of the file, and calls may copy what they share, so both are counted.
 */
final class StepBudget {

  private static final int FREE_STEPS = 1_000_000;
  private static final int BYTES_PER_STEP = 256;
  private static final long FREE_COPIES = 64L << 20;

  private long steps;
  private long copies;

  /**
   * For one file.
   *
   * @param fileBytes its size
   */
  StepBudget(long fileBytes) {
    steps = FREE_STEPS + fileBytes / BYTES_PER_STEP;
    copies = FREE_COPIES + fileBytes;
  }

  void step() throws FormatException {
    if (--steps < 0) {
      throw new FormatException("more values than any checkpoint has");
    }
  }

  /**
   * Takes leave to copy.
   *
   * @param bytes how many
   * @param what whose copy it is, for the message
   */
  void copy(long bytes, String what) throws FormatException {
    if (bytes > copies) {
      throw new FormatException(what + " that takes more memory for copies than the file explains");
    }
    copies -= bytes;
  }
}
