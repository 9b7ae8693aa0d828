package io.simmim.core.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A flat run of elements in the file that tensors are cut from.
 *
 * @param bytes the storage's bytes
 */
record StorageRef(ScalarType type, ByteBuffer bytes) {

  /** {@code torch._utils._rebuild_tensor_v2}: offset and strides count elements. */
  TensorData tensor(long offset, List<Long> size, List<Long> stride) throws PickleException {
    check(offset, size, stride);
    long count = TensorData.elements(size);
    if (count == 0) {
      return new TensorData(type, size, bytes.slice(0, 0));
    }
    if (isContiguous(size, stride)) {
      int from = Math.toIntExact(offset * type.bytes());
      int length = Math.toIntExact(count * type.bytes());
      return new TensorData(type, size, bytes.slice(from, length));
    }
    return new TensorData(type, size, gather(offset, size, stride));
  }

  private void check(long offset, List<Long> size, List<Long> stride) throws PickleException {
    if (size.size() != stride.size() || offset < 0) {
      throw new PickleException("a tensor of size " + size + " with strides " + stride);
    }
    try {
      long last = offset;
      long count = 1;
      for (int d = 0; d < size.size(); d++) {
        if (size.get(d) < 0 || stride.get(d) < 0) {
          throw new PickleException("a tensor of negative size " + size);
        }
        count = Math.multiplyExact(count, size.get(d));
        last = Math.addExact(last, Math.multiplyExact(Math.max(0, size.get(d) - 1), stride.get(d)));
      }
      long stored = bytes.remaining() / type.bytes();
      if (count > 0 && (last >= stored || count > stored)) {
        throw new PickleException(
            "a tensor of size " + size + " that reaches beyond its " + stored + " stored values");
      }
    } catch (ArithmeticException e) {
      throw new PickleException("a tensor of size " + size + ", more than fits any memory");
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

  private ByteBuffer gather(long offset, List<Long> size, List<Long> stride) {
    int width = type.bytes();
    int count = Math.toIntExact(TensorData.elements(size));
    ByteBuffer out = ByteBuffer.allocate(Math.multiplyExact(count, width));
    long[] index = new long[size.size()];
    for (int i = 0; i < count; i++) {
      long at = offset;
      for (int d = 0; d < index.length; d++) {
        at += index[d] * stride.get(d);
      }
      out.put(i * width, bytes, Math.toIntExact(at * width), width);
      for (int d = index.length - 1; d >= 0 && ++index[d] == size.get(d); d--) {
        index[d] = 0;
      }
    }
    return out.order(ByteOrder.LITTLE_ENDIAN);
  }
}
