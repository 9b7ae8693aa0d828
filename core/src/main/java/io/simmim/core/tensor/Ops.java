package io.simmim.core.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** PyTorch's functions under PyTorch's names, each one engine call, each differentiable. */
public final class Ops {

  private static final Shape NO_PADDING = new Shape(0, 0);
  private static final Shape NO_DILATION = new Shape(1, 1);
  private static final double NORMALIZE_EPS = 1e-12;

  private Ops() {}

  /** {@code x W^T + b}; x [*, in], weight [out, in], bias [out] or null. */
  public static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
    Shape s = x.getShape();
    if (bias == null || s.dimension() == 2) {
      return JniUtils.linear(pt(x), pt(weight), pt(bias));
    }
    // Of more dimensions the engine would add the bias to the rounded product, one pass more.
    NDArray rows = JniUtils.linear(pt(x.reshape(-1, s.tail())), pt(weight), pt(bias));
    long[] shape = s.getShape().clone();
    shape[shape.length - 1] = weight.getShape().get(0);
    return rows.reshape(shape);
  }

  /** Convolution without overlap: kernel = stride; x [B,C,H,W], weight [out,C,k,k], bias [out]. */
  public static NDArray patchConv2d(NDArray x, NDArray weight, NDArray bias, int stride) {
    return JniUtils.convolution(
        pt(x), pt(weight), pt(bias), new Shape(stride, stride), NO_PADDING, NO_DILATION, 1);
  }

  /** Over the last dimension, with weight and bias of its size. */
  public static NDArray layerNorm(NDArray x, NDArray weight, NDArray bias, double eps) {
    return JniUtils.layerNorm(pt(x), weight.getShape(), pt(weight), pt(bias), eps);
  }

  /** Rows of {@code table} [rows, C] by {@code index} [*] int64 -> [*, C]. */
  public static NDArray embedding(NDArray index, NDArray table) {
    return JniUtils.embedding(pt(index), pt(table), false);
  }

  /** The exact (erf) form. */
  public static NDArray gelu(NDArray x) {
    return JniUtils.gelu(pt(x));
  }

  /** Over the last dimension, computed in float32. */
  public static NDArray softmax(NDArray x) {
    return JniUtils.softmax(pt(x), -1, DataType.FLOAT32);
  }

  /** Over the last dimension, computed in float32. */
  public static NDArray logSoftmax(NDArray x) {
    return JniUtils.logSoftmax(pt(x), -1, DataType.FLOAT32);
  }

  public static NDArray relu(NDArray x) {
    return JniUtils.relu(pt(x));
  }

  public static NDArray sigmoid(NDArray x) {
    return JniUtils.sigmoid(pt(x));
  }

  /** {@code F.normalize(x, dim=-1)}: divided by its 2-norm over the last dimension, or by 1e-12. */
  public static NDArray normalize(NDArray x) {
    return JniUtils.normalize(pt(x), 2, -1, NORMALIZE_EPS);
  }

  /**
   * {@code x + bias}, in place where autocast is off, since attention arrays are large. Under
   * autocast x is the 16-bit result of a product, and the sum is float32 as it is in PyTorch, which
   * never adds this in place.
   */
  public static NDArray addBias(NDArray x, NDArray bias) {
    return AutocastMode.current(x.getDevice()).enabled() ? x.add(bias) : x.addi(bias);
  }

  /** Zeroes with probability {@code p} and divides the rest by {@code 1 - p}. */
  public static NDArray dropout(NDArray x, double p) {
    return JniUtils.dropout(pt(x), p, true);
  }

  /**
   * Stochastic depth per sample: x [B, *]; survivors are divided by the keep probability. The
   * result is float32, as the residual stream that it joins.
   */
  public static NDArray dropPath(NDArray x, double p) {
    long[] perSample = new long[x.getShape().dimension()];
    Arrays.fill(perSample, 1);
    perSample[0] = x.getShape().get(0);
    NDArray ones = x.getManager().ones(new Shape(perSample), DataType.FLOAT32);
    return x.mul(dropout(ones, p));
  }

  /**
   * The slices of {@code x} along its first dimension. Unlike taking them one by one, whose
   * backward passes each fill and add a whole array, this goes back in one pass.
   */
  public static List<NDArray> unbind(NDArray x) {
    return JniUtils.split(pt(x), 1, 0).stream().map(slice -> squeezed(pt(slice))).toList();
  }

  private static NDArray squeezed(PtNDArray slice) {
    return JniUtils.squeeze(slice, 0);
  }

  /** PixelShuffle: x [B, C*r*r, h, w] -> [B, C, h*r, w*r]. */
  public static NDArray pixelShuffle(NDArray x, int r) {
    Shape s = x.getShape();
    long channels = s.get(1) / ((long) r * r);
    return x.reshape(s.get(0), channels, r, r, s.get(2), s.get(3)) // [B,C,i,j,h,w]
        .transpose(0, 1, 4, 2, 5, 3) // [B,C,h,i,w,j]
        .reshape(s.get(0), channels, s.get(2) * r, s.get(3) * r);
  }

  /**
   * The same values, in the same memory, as a new leaf with a gradient of its own: a backward pass
   * from what is computed with it stops there.
   */
  public static NDArray leaf(NDArray x) {
    PtNDArray leaf = JniUtils.detachGradient(pt(x));
    JniUtils.attachGradient(leaf, true);
    return leaf;
  }

  /**
   * A copy of the values, in native order, from whatever device they are on. From a GPU, the engine
   * first copies to an array on the CPU and leaves that one, and a manager for it, behind in the
   * array's own manager; here both end with a manager of their own.
   */
  public static ByteBuffer bytes(NDArray x) {
    if (!x.getDevice().isGpu()) {
      return x.toByteBuffer();
    }
    try (NDManager temporary = x.getManager().newSubManager()) {
      x.tempAttach(temporary);
      return x.toByteBuffer();
    }
  }

  /** The values of a float32 array. */
  public static float[] floats(NDArray x) {
    float[] values = new float[Math.toIntExact(x.size())];
    bytes(x).asFloatBuffer().get(values);
    return values;
  }

  /** The value of a 0-d float32 array. */
  public static float scalar(NDArray x) {
    return bytes(x).getFloat();
  }

  /** Marks a leaf as trainable. */
  public static void requireGradient(NDArray leaf) {
    JniUtils.attachGradient(pt(leaf), true);
  }

  static PtNDArray pt(NDArray x) {
    return (PtNDArray) x;
  }
}
