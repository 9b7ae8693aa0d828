package io.simmim.core.python;

import io.simmim.core.checkpoint.TensorData;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The tensors of a tree as {@code digest.py} describes them, one line each. */
final class Digests {

  private final Set<String> lines = new TreeSet<>();

  private Digests() {}

  /**
   * Of all tensors in maps in maps.
   *
   * @param prefix of their names, empty or ending in a slash
   */
  static Set<String> of(String prefix, Map<?, ?> tree) throws Exception {
    Digests digests = new Digests();
    digests.add(prefix, tree);
    return digests.lines;
  }

  private void add(String prefix, Map<?, ?> tree) throws Exception {
    for (Map.Entry<?, ?> entry : tree.entrySet()) {
      if (entry.getValue() instanceof TensorData tensor) {
        lines.add(line(prefix + entry.getKey(), tensor));
      } else if (entry.getValue() instanceof Map<?, ?> map) {
        add(prefix + entry.getKey() + "/", map);
      }
    }
  }

  private static String line(String name, TensorData tensor) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update(tensor.view());
    String type = tensor.type().name().toLowerCase(Locale.ROOT);
    String digest = HexFormat.of().formatHex(sha256.digest());
    return String.join("|", name, type, tensor.shapeText(), digest);
  }
}
