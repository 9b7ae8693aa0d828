package io.simmim.core.weights;

import io.simmim.core.checkpoint.SavedFile;
import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.testing.Golden;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tensors by name for tests: as listed by the real libraries, or of golden checkpoints. */
final class NameLists {

  private NameLists() {}

  /** A file of the folder {@code names}. */
  static Path path(String file) throws URISyntaxException {
    return Path.of(NameLists.class.getResource("/names/" + file).toURI());
  }

  /** Tensors of the names and shapes in a list; no two elements have the same value. */
  static Map<String, TensorData> tensors(String list) throws Exception {
    Map<String, TensorData> tensors = new LinkedHashMap<>();
    int next = 0;
    for (String line : Files.readAllLines(path(list + ".txt"))) {
      String[] words = line.split(" ", -1);
      Long[] shape = Arrays.stream(words, 1, words.length).map(Long::valueOf).toArray(Long[]::new);
      TensorData tensor = counting(next, shape);
      next += (int) tensor.elements();
      tensors.put(words[0], tensor);
    }
    return tensors;
  }

  /** A float32 tensor with the values first, first + 1, ... */
  static TensorData counting(int first, Long... shape) {
    int elements = Math.toIntExact(Arrays.stream(shape).reduce(1L, Math::multiplyExact));
    ByteBuffer bytes = ByteBuffer.allocate(4 * elements).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < elements; i++) {
      bytes.putFloat(4 * i, first + i);
    }
    return new TensorData(ScalarType.FLOAT32, List.of(shape), bytes);
  }

  /** The state dict of a golden checkpoint. */
  static Map<String, TensorData> golden(String file) throws Exception {
    Map<?, ?> root = (Map<?, ?>) SavedFile.read(Golden.path(file)).root();
    Map<String, TensorData> tensors = new LinkedHashMap<>();
    ((Map<?, ?>) root.get("model"))
        .forEach((name, tensor) -> tensors.put((String) name, (TensorData) tensor));
    return tensors;
  }

  /** Everything about tensors that a round trip must keep. */
  static Map<String, Object> content(Map<String, TensorData> tensors) {
    Map<String, Object> content = new TreeMap<>();
    tensors.forEach((name, t) -> content.put(name, List.of(t.type(), t.shape(), t.view())));
    return content;
  }
}
