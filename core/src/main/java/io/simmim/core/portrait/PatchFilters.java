package io.simmim.core.portrait;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.image.RgbImage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The filters of a patch embedding, a convolution whose stride is its kernel: filter d turns the
 * pixels of a patch into feature d of its token.
 */
public final class PatchFilters {

  /** The order in which filters are looked at. */
  public enum Order {
    STORED,
    /** Strongest first. */
    NORM
  }

  private static final double OUTLIERS = 0.005;
  private static final double MIDDLE = 127.5;

  private final int count;
  private final int channels;
  private final int side;
  private final double[] values; // [D, C, P, P]
  private final double scale;

  private PatchFilters(int count, int channels, int side, double[] values) {
    this.count = count;
    this.channels = channels;
    this.side = side;
    this.values = values;
    this.scale = robust(values);
  }

  /** Takes {@code patch_embed.proj.weight}, [D, C, P, P], of any element type. */
  public static PatchFilters of(TensorData weight) {
    List<Long> shape = weight.shape();
    if (shape.size() != 4 || !shape.get(2).equals(shape.get(3)) || weight.elements() == 0) {
      throw new IllegalArgumentException("expected [D, C, P, P], got " + weight.shapeText());
    }
    return new PatchFilters(
        Math.toIntExact(shape.get(0)),
        Math.toIntExact(shape.get(1)),
        Math.toIntExact(shape.get(2)),
        weight.doubles());
  }

  private static double robust(double[] values) {
    double[] sizes =
        Arrays.stream(values).filter(Double::isFinite).map(Math::abs).sorted().toArray();
    return sizes.length == 0 ? 0 : sizes[(int) ((1 - OUTLIERS) * (sizes.length - 1))];
  }

  /** Number of filters, D. */
  public int count() {
    return count;
  }

  /** Colour channels, C. */
  public int channels() {
    return channels;
  }

  /** Pixels along a side of a patch, P. */
  public int side() {
    return side;
  }

  /** Whether a filter is a picture in red, green and blue. */
  public boolean isColored() {
    return channels == RgbImage.CHANNELS;
  }

  public double value(int filter, int channel, int row, int column) {
    return values[((filter * channels + channel) * side + row) * side + column];
  }

  /** Distance from 0 that only one of 200 weights exceeds. */
  public double scale() {
    return scale;
  }

  /** Largest distance from 0 within one filter. */
  public double scale(int filter) {
    return weights(filter).map(Math::abs).filter(Double::isFinite).max().orElse(0);
  }

  /** Euclidean length of a filter. */
  public double norm(int filter) {
    return Math.sqrt(weights(filter).map(w -> w * w).sum());
  }

  private DoubleStream weights(int filter) {
    int size = channels * side * side;
    return Arrays.stream(values, filter * size, (filter + 1) * size);
  }

  /** Indices of all filters. */
  public List<Integer> ordered(Order order) {
    if (order == Order.STORED) {
      return IntStream.range(0, count).boxed().toList();
    }
    double[] norms = IntStream.range(0, count).mapToDouble(this::norm).toArray();
    Comparator<Integer> byNorm = Comparator.comparingDouble(i -> -norms[i]);
    return IntStream.range(0, count).boxed().sorted(byNorm).toList();
  }

  /**
   * A filter of three channels as a picture: 0 is middle grey, {@code scale} and more is full
   * colour, {@code -scale} and less is none.
   */
  public RgbImage picture(int filter, double scale) {
    if (!isColored()) {
      throw new IllegalArgumentException("expected filters of 3 channels, got " + channels);
    }
    byte[] rgb = new byte[side * side * RgbImage.CHANNELS];
    for (int pixel = 0; pixel < side * side; pixel++) {
      for (int c = 0; c < RgbImage.CHANNELS; c++) {
        double weight = value(filter, c, pixel / side, pixel % side);
        rgb[pixel * RgbImage.CHANNELS + c] = level(scale == 0 ? 0 : weight / scale);
      }
    }
    return new RgbImage(side, side, rgb);
  }

  private static byte level(double share) {
    double within = Double.isNaN(share) ? 0 : Math.max(-1, Math.min(1, share));
    return (byte) Math.round(MIDDLE + MIDDLE * within);
  }

  /** A filter as one grid: its only channel, or the mean over its channels. */
  public Grid grid(int filter) {
    return Grid.of(
        side,
        side,
        (row, column) ->
            IntStream.range(0, channels)
                .mapToDouble(c -> value(filter, c, row, column))
                .average()
                .orElse(Double.NaN));
  }
}
