package io.simmim.core.bench;

/** Something that is done again and again and timed. */
interface Contender extends AutoCloseable {

  /**
   * Does it once and waits for its end.
   *
   * @param index 0, 1, ...
   */
  void run(int index);

  @Override
  void close();
}
