package io.simmim.core.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A flat run of elements in the file that tensors are cut from.
 *
 * @param bytes where the storage lies
 */
record StorageRef(ScalarType type, Region bytes) {

  /**
   * {@code torch._utils._rebuild_tensor_v2}: offset and strides count elements. Values that do not
   * lie in one piece are copied.
   */
  TensorData tensor(long offset, List<Long> size, List<Long> stride, StepBudget budget)
      throws FormatException {
    long count = check(offset, size, stride);
    if (count == 0) {
      return new TensorData(type, size, ByteBuffer.allocate(0));
    }
    if (isContiguous(size, stride)) {
      return new TensorData(type, size, bytes.slice(offset * type.bytes(), count * type.bytes()));
    }
    if (count > Integer.MAX_VALUE / type.bytes()) {
      throw new FormatException("a tensor of size " + size + ", more than fits any memory");
    }
    budget.copy(count * type.bytes(), "a tensor of size " + size + " with strides " + stride);
    return new TensorData(type, size, gather((int) count, offset, size, stride));
  }

  private long check(long offset, List<Long> size, List<Long> stride) throws FormatException {
    if (size.size() != stride.size() || offset < 0) {
      throw new FormatException(
          "a tensor of size " + size + " with strides " + stride + " from value " + offset);
    }
    try {
      long last = offset;
      long count = 1;
      for (int d = 0; d < size.size(); d++) {
        if (size.get(d) < 0 || stride.get(d) < 0) {
          throw new FormatException("a tensor of negative size " + size + " or stride " + stride);
        }
        count = Math.multiplyExact(count, size.get(d));
        last = Math.addExact(last, Math.multiplyExact(Math.max(0, size.get(d) - 1), stride.get(d)));
      }
      long stored = bytes.length() / type.bytes();
      if (count > 0 && last >= stored) {
        throw new FormatException(
            "a tensor of size " + size + " that reaches beyond its " + stored + " stored values");
      }
      return count;
    } catch (ArithmeticException e) {
      throw new FormatException("a tensor of size " + size + ", more than fits any memory");
    }
  }

  private static boolean isContiguous(List<Long> size, List<Long> stride) {
    long expected = 1;
    for (int d = size.size() - 1; d >= 0; d--) {
      if (size.get(d) != 1 && stride.get(d) != expected) {
        return false;
      }
      expected *= size.get(d);
    }
    return true;
  }

  private ByteBuffer gather(int count, long offset, List<Long> size, List<Long> stride)
      throws FormatException {
    int width = type.bytes();
    long span = 1;
    for (int d = 0; d < size.size(); d++) {
      span += (size.get(d) - 1) * stride.get(d);
    }
    ByteBuffer from = bytes.slice(offset * width, span * width);
    ByteBuffer out = ByteBuffer.allocate(count * width);
    long[] index = new long[size.size()];
    long at = 0;
    for (int i = 0; i < count; i++) {
      out.put(i * width, from, Math.toIntExact(at * width), width);
      for (int d = index.length - 1; d >= 0; d--) {
        at += stride.get(d);
        if (++index[d] < size.get(d)) {
          break;
        }
        at -= index[d] * stride.get(d);
        index[d] = 0;
      }
    }
    return out.order(ByteOrder.LITTLE_ENDIAN);
  }
}
