package io.simmim.core.reconstruct;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * One prediction and what it is compared with, at the hidden pixels only, in the same order.
 *
 * @param predicted by the model
 * @param raw normalised pixels as they are
 * @param normalized the same over their surroundings
 */
record HiddenValues(float[] predicted, float[] raw, float[] normalized) {

  /** From whole pictures [C, H, W]. */
  static HiddenValues of(HiddenPixels hidden, float[] predicted, float[] raw, float[] normalized) {
    return new HiddenValues(cut(hidden, predicted), cut(hidden, raw), cut(hidden, normalized));
  }

  private static float[] cut(HiddenPixels hidden, float[] pixels) {
    int size = hidden.size();
    FloatBuffer kept = FloatBuffer.allocate(pixels.length);
    for (int i = 0; i < pixels.length; i++) {
      int pixel = i % (size * size);
      if (hidden.at(pixel / size, pixel % size)) {
        kept.put(pixels[i]);
      }
    }
    return Arrays.copyOf(kept.array(), kept.position());
  }

  static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
