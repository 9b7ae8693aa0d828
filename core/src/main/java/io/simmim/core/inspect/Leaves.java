package io.simmim.core.inspect;

import io.simmim.core.checkpoint.PyObject;
import io.simmim.core.checkpoint.PyTuple;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.fault.CheckpointException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything in a file, tensors and single values, by its path: {@code optimizer.state.0.exp_avg}.
 * Lists and tuples count as the same. A pickle may hold itself, or one thing so often that a walk
 * never ends; such files are refused.
 */
final class Leaves {

  private static final int MAX_DEPTH = 30;
  private static final int MAX_NODES = 300_000;
  private static final long MAX_PATH_CHARACTERS = 30_000_000;

  private final Map<String, Object> leaves = new LinkedHashMap<>();
  private final String source;
  private int nodes;
  private long characters;

  private Leaves(String source) {
    this.source = source;
  }

  /** What has no value of its own, kept apart from a text that reads the same. */
  private record Mark(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /** Tensors as {@link TensorData}, other values as they are, none of them null. */
  static Map<String, Object> of(Map<String, ?> entries, String source) throws CheckpointException {
    Leaves leaves = new Leaves(source);
    for (Map.Entry<String, ?> entry : entries.entrySet()) {
      leaves.add(entry.getKey(), entry.getValue(), 1);
    }
    return leaves.leaves;
  }

  private void add(String path, Object value, int depth) throws CheckpointException {
    nodes++;
    characters += path.length();
    if (depth > MAX_DEPTH || nodes > MAX_NODES || characters > MAX_PATH_CHARACTERS) {
      throw new CheckpointException(
          "Checkpoint '"
              + source
              + "' nests its values deeper or more often than any training does; it cannot be"
              + " compared.");
    }
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        add(path + "." + entry.getKey(), entry.getValue(), depth + 1);
      }
    } else if (value instanceof PyTuple tuple) {
      addAll(path, tuple.items(), depth);
    } else if (value instanceof Collection<?> list) {
      addAll(path, list, depth);
    } else if (value instanceof PyObject object) {
      put(path, new Mark(object.toString()));
      addAll(path + ".arguments", object.arguments(), depth);
      addAll(path + ".states", object.states(), depth);
    } else {
      put(path, value instanceof Map ? new Mark("{}") : comparable(value));
    }
  }

  // Arrays are equal to themselves only.
  private static Object comparable(Object value) {
    return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
  }

  private void addAll(String path, Collection<?> items, int depth) throws CheckpointException {
    if (items.isEmpty()) {
      put(path, new Mark("[]"));
    }
    int index = 0;
    for (Object item : items) {
      add(path + "." + index++, item, depth + 1);
    }
  }

  // Two keys may look the same, such as 0 and "0"; neither may hide the other.
  private void put(String path, Object value) throws CheckpointException {
    if (leaves.putIfAbsent(path, value == null ? new Mark("None") : value) != null) {
      throw new CheckpointException(
          "Checkpoint '"
              + source
              + "' has two entries that read "
              + Printable.of(path)
              + "; it cannot be compared.");
    }
  }
}
