package io.simmim.core.data;

/**
 * Mixes the rows of a batch in place, each with the row at the same distance from the other end.
 *
 * @param pixels the batch
 * @param shape of one row
 */
record MixedRows(FloatRows pixels, SampleShape shape) {

  /** Mixes as many rows as there are mixes. */
  void apply(Mix[] mixes) {
    float[] first = new float[shape.plane()];
    float[] second = new float[shape.plane()];
    float[] mixed = new float[shape.plane()];
    for (int row = 0; row < (mixes.length + 1) / 2; row++) {
      int partner = mixes.length - 1 - row;
      for (int channel = 0; channel < shape.channels(); channel++) {
        int at = channel * shape.plane();
        pixels.row(row).get(at, first);
        pixels.row(partner).get(at, second);
        put(mixes[row], first, second, mixed, row, at);
        if (partner != row) {
          put(mixes[partner], second, first, mixed, partner, at);
        }
      }
    }
  }

  private void put(Mix mix, float[] own, float[] other, float[] mixed, int row, int at) {
    if (mix.lam() != 1) {
      mix.apply(own, other, mixed, shape.width());
      pixels.row(row).put(at, mixed);
    }
  }
}
