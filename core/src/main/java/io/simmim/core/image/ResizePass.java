package io.simmim.core.image;

/** One of the two passes of a resize: lines of pixels become fewer or more lines. */
final class ResizePass {

  private final ResizeTaps taps;
  private final PixelLine[] window;
  private final PixelLine sum;
  private final int[] pixels;

  /**
   * A pass that can be run more than once.
   *
   * @param taps from the lines that there are to those that are wanted
   * @param length pixels in a line
   */
  ResizePass(ResizeTaps taps, int length) {
    this.taps = taps;
    this.window = new PixelLine[taps.stride()];
    for (int i = 0; i < window.length; i++) {
      window[i] = new PixelLine(length);
    }
    this.sum = new PixelLine(length);
    this.pixels = new int[length];
  }

  /** Where lines come from. */
  interface Source {

    /** The pixels of a line, 0xBBGGRR; valid until the next one is asked for. */
    int[] line(int index);
  }

  /** Where lines go to. */
  interface Target {

    /**
     * Takes over a line.
     *
     * @param pixels [length], 0xBBGGRR; valid during this call
     */
    void line(int index, int[] pixels);
  }

  /** Asks for every line in its order, and gives the lines of the result in theirs. */
  void run(Source source, Target target) {
    int read = 0;
    for (int i = 0; i < taps.first().length; i++) {
      for (; read < taps.first()[i] + taps.count()[i]; read++) {
        slot(read).unpack(source.line(read));
      }
      sum(i);
      sum.pack(pixels);
      target.line(i, pixels);
    }
  }

  private void sum(int i) {
    int line = taps.first()[i];
    int weight = i * taps.stride();
    sum.start(slot(line), taps.weights()[weight]);
    for (int tap = 1; tap < taps.count()[i]; tap++) {
      sum.add(slot(line + tap), taps.weights()[weight + tap]);
    }
  }

  private PixelLine slot(int line) {
    return window[line % window.length];
  }
}
