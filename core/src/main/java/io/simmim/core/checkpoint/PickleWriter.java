package io.simmim.core.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Writes plain values and tensors as a protocol 2 pickle with the same references that {@code
 * torch.save} makes. Each tensor gets a storage of its own, numbered in order of appearance.
 */
final class PickleWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<TensorData> tensors = new ArrayList<>();

  byte[] write(Object root) {
    op(0x80).op(2);
    value(root);
    op('.');
    return out.toByteArray();
  }

  /** The tensors met; the index is the storage key. */
  List<TensorData> tensors() {
    return Collections.unmodifiableList(tensors);
  }

  private void value(Object value) {
    if (value == null) {
      op('N');
    } else if (value instanceof Boolean flag) {
      op(flag ? 0x88 : 0x89);
    } else if (value instanceof Double || value instanceof Float) {
      float64(((Number) value).doubleValue());
    } else if (value instanceof Number number) {
      integer(number.longValue());
    } else if (value instanceof String text) {
      text(text);
    } else if (value instanceof TensorData tensor) {
      tensor(tensor);
    } else {
      collection(value);
    }
  }

  private void collection(Object value) {
    if (value instanceof Map<?, ?> map) {
      op('}').op('(');
      map.forEach(
          (key, item) -> {
            value(key);
            value(item);
          });
      op('u');
    } else if (value instanceof PyTuple tuple) {
      op('(');
      tuple.items().forEach(this::value);
      op('t');
    } else if (value instanceof List<?> list) {
      op(']').op('(');
      list.forEach(this::value);
      op('e');
    } else {
      throw new IllegalArgumentException(
          "expected a plain value, list, map or tensor, got " + value.getClass().getName());
    }
  }

  private void tensor(TensorData tensor) {
    global("torch._utils", "_rebuild_tensor_v2");
    op('(');
    op('(');
    text("storage");
    global("torch", tensor.type().storageClass());
    text(Integer.toString(tensors.size()));
    text("cpu");
    integer(tensor.elements());
    op('t').op('Q');
    integer(0);
    value(new PyTuple(new ArrayList<>(tensor.shape())));
    value(new PyTuple(new ArrayList<>(strides(tensor.shape()))));
    op(0x89);
    global("collections", "OrderedDict");
    op(')').op('R').op('t').op('R');
    tensors.add(tensor);
  }

  private static List<Long> strides(List<Long> shape) {
    List<Long> strides = new ArrayList<>();
    long stride = 1;
    for (int d = shape.size() - 1; d >= 0; d--) {
      strides.add(stride);
      stride *= Math.max(1, shape.get(d));
    }
    Collections.reverse(strides);
    return strides;
  }

  private void integer(long value) {
    if (value >= 0 && value < 256) {
      op('K').op((int) value);
    } else if (value == (int) value) {
      op('J').raw(little(4).putInt((int) value).array());
    } else {
      op(0x8a).op(8).raw(little(8).putLong(value).array());
    }
  }

  private void float64(double value) {
    op('G').raw(ByteBuffer.allocate(8).putDouble(value).array());
  }

  private void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    op('X').raw(little(4).putInt(utf8.length).array()).raw(utf8);
  }

  private void global(String module, String name) {
    op('c').raw((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private PickleWriter op(int opcode) {
    out.write(opcode);
    return this;
  }

  private PickleWriter raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }
}
