package io.simmim.core.weights;

import io.simmim.core.checkpoint.TensorData;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A tensor in equal parts along its first axis, such as query, key and value. */
final class TensorParts {

  private TensorParts() {}

  /** Whether parts make a whole that one buffer can hold. */
  static boolean fit(List<TensorData> parts) {
    TensorData first = parts.get(0);
    // Sizes of what holds no values may be beyond counting.
    boolean full = first.elements() > 0;
    boolean equal =
        parts.stream().allMatch(p -> p.type() == first.type() && p.shape().equals(first.shape()));
    long bytes = (long) first.view().remaining() * parts.size();
    return full && equal && !first.shape().isEmpty() && bytes <= Integer.MAX_VALUE;
  }

  /** Whether a tensor can be cut into so many parts. */
  static boolean divides(TensorData whole, int parts) {
    if (parts == 1) {
      return true;
    }
    return !whole.shape().isEmpty() && whole.shape().get(0) % parts == 0;
  }

  /** The shape of {@code count} tensors of this shape after one another. */
  static List<Long> wholeShape(List<Long> part, int count) {
    List<Long> shape = new ArrayList<>(part);
    shape.set(0, part.get(0) * count);
    return shape;
  }

  static TensorData join(List<TensorData> parts) {
    TensorData first = parts.get(0);
    ByteBuffer bytes = ByteBuffer.allocate(first.view().remaining() * parts.size());
    parts.forEach(part -> part.copyTo(bytes));
    return new TensorData(first.type(), wholeShape(first.shape(), parts.size()), bytes.flip());
  }

  /** One part, as a view. */
  static TensorData cut(TensorData whole, int part, int parts) {
    List<Long> shape = new ArrayList<>(whole.shape());
    shape.set(0, shape.get(0) / parts);
    int bytes = whole.view().remaining() / parts;
    return new TensorData(whole.type(), shape, whole.view().slice(part * bytes, bytes));
  }
}
