package io.simmim.core.mask;

import java.nio.FloatBuffer;
import java.util.BitSet;
import java.util.Optional;

/** An immutable mask over the model's patches, shape [height, width]; 1 = hidden, 0 = visible. */
public final class PatchMask {

  private final int height;
  private final int width;
  private final BitSet hidden;

  /**
   * @param height rows of model patches
   * @param width columns of model patches
   * @param hidden row-major, bit {@code row * width + column}; copied
   */
  public PatchMask(int height, int width, BitSet hidden) {
    if (height <= 0 || width <= 0 || hidden.length() > height * width) {
      throw new IllegalArgumentException(
          "expected a mask within [%d, %d], got %d bits".formatted(height, width, hidden.length()));
    }
    this.height = height;
    this.width = width;
    this.hidden = (BitSet) hidden.clone();
  }

  /** A mask that hides nothing. */
  public static PatchMask visible(int height, int width) {
    return new PatchMask(height, width, new BitSet());
  }

  /** The mask with the given row-major values, each 0 or 1 (the layout of exported masks). */
  public static PatchMask of(int height, int width, long[] values) {
    if (values.length != height * width) {
      throw new IllegalArgumentException(
          "expected %d x %d mask values, got %d".formatted(height, width, values.length));
    }
    BitSet hidden = new BitSet(values.length);
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0 && values[i] != 1) {
        throw new IllegalArgumentException("expected mask values 0 or 1, got " + values[i]);
      }
      hidden.set(i, values[i] == 1);
    }
    return new PatchMask(height, width, hidden);
  }

  public int height() {
    return height;
  }

  public int width() {
    return width;
  }

  public boolean hidden(int row, int column) {
    if (row < 0 || row >= height || column < 0 || column >= width) {
      throw new IndexOutOfBoundsException(
          "(%d, %d) is outside [%d, %d]".formatted(row, column, height, width));
    }
    return hidden.get(row * width + column);
  }

  public int hiddenCount() {
    return hidden.cardinality();
  }

  /** Hidden share of all patches, 0..1. */
  public double ratio() {
    return (double) hiddenCount() / (height * width);
  }

  /**
   * This mask with a square of patches hidden, or shown again; what lies outside the image is cut
   * off.
   *
   * @param top first row of the square
   * @param left first column of the square
   * @param side of the square in patches
   */
  public PatchMask with(int top, int left, int side, boolean hide) {
    BitSet changed = (BitSet) hidden.clone();
    int from = Math.max(0, left);
    int to = Math.min(width, left + side);
    for (int row = Math.max(0, top); row < Math.min(height, top + side) && from < to; row++) {
      changed.set(row * width + from, row * width + to, hide);
    }
    return new PatchMask(height, width, changed);
  }

  /** What was hidden is visible, and the other way round. */
  public PatchMask inverted() {
    BitSet flipped = (BitSet) hidden.clone();
    flipped.flip(0, height * width);
    return new PatchMask(height, width, flipped);
  }

  /** The same mask with every patch cut into {@code factor} x {@code factor} smaller ones. */
  public PatchMask refined(int factor) {
    if (factor <= 0) {
      throw new IllegalArgumentException("expected a positive factor, got " + factor);
    }
    int wide = width * factor;
    BitSet fine = new BitSet(height * factor * wide);
    for (int i = hidden.nextSetBit(0); i >= 0; i = hidden.nextSetBit(i + 1)) {
      int left = i % width * factor;
      for (int row = i / width * factor; row < (i / width + 1) * factor; row++) {
        fine.set(row * wide + left, row * wide + left + factor);
      }
    }
    return new PatchMask(height * factor, wide, fine);
  }

  /**
   * The mask that becomes this one by {@link #refined}; empty where a square of {@code factor} x
   * {@code factor} patches is hidden only in part, or the sides are no multiples.
   */
  public Optional<PatchMask> coarsened(int factor) {
    if (height % factor != 0 || width % factor != 0) {
      return Optional.empty();
    }
    BitSet coarse = new BitSet();
    for (int cell = 0; cell < height / factor * (width / factor); cell++) {
      int row = cell / (width / factor) * factor;
      int column = cell % (width / factor) * factor;
      coarse.set(cell, hidden.get(row * width + column));
    }
    PatchMask mask = new PatchMask(height / factor, width / factor, coarse);
    return mask.refined(factor).equals(this) ? Optional.of(mask) : Optional.empty();
  }

  /** Puts height * width values 0f or 1f, row-major, at the buffer's position. */
  public void writeTo(FloatBuffer target) {
    for (int i = 0; i < height * width; i++) {
      target.put(hidden.get(i) ? 1f : 0f);
    }
  }

  /** Row-major values 0 or 1, as the official code stores them (int64). */
  public long[] toLongs() {
    long[] values = new long[height * width];
    hidden.stream().forEach(i -> values[i] = 1);
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PatchMask mask
        && height == mask.height
        && width == mask.width
        && hidden.equals(mask.hidden);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * height + width) + hidden.hashCode();
  }

  @Override
  public String toString() {
    return "PatchMask[%d x %d, %d hidden]".formatted(height, width, hiddenCount());
  }
}
