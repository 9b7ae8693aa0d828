package io.simmim.core.inspect;

import io.simmim.core.checkpoint.PyObject;
import io.simmim.core.checkpoint.PyTuple;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Classes and functions that a pickle wants called and that no checkpoint needs. They are never run
 * here; whoever opens the file with Python should know of them.
 */
final class ForeignCode {

  /** What training programs keep beside the weights: plain values in the clothes of a class. */
  private static final Set<String> HARMLESS =
      Set.of(
          "argparse.Namespace",
          "collections.Counter",
          "datetime.datetime",
          "datetime.timedelta",
          "easydict.EasyDict",
          "numpy.core.multiarray._reconstruct",
          "numpy._core.multiarray._reconstruct",
          "numpy.core.multiarray.scalar",
          "numpy._core.multiarray.scalar",
          "numpy.dtype",
          "omegaconf.dictconfig.DictConfig",
          "omegaconf.listconfig.ListConfig",
          "pathlib.PosixPath",
          "pathlib.WindowsPath",
          "torch._utils._rebuild_tensor_v2",
          "torch.device");

  /** A small file may hold one thing so often that a walk never ends. */
  private static final int MAX_NODES = 300_000;

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> waiting = new ArrayDeque<>();
  private final Set<String> names = new TreeSet<>();

  private ForeignCode() {}

  /** Full names in alphabetical order, each once. */
  static List<String> in(Map<String, ?> entries) {
    ForeignCode found = new ForeignCode();
    found.addAll(entries.values());
    while (!found.waiting.isEmpty()) {
      found.look(found.waiting.poll());
    }
    return List.copyOf(found.names);
  }

  private void look(Object value) {
    if (value instanceof Map<?, ?> map) {
      addAll(map.keySet());
      addAll(map.values());
    } else if (value instanceof PyTuple tuple) {
      addAll(tuple.items());
    } else if (value instanceof Collection<?> list) {
      addAll(list);
    } else if (value instanceof PyObject object) {
      if (!HARMLESS.contains(object.className())) {
        names.add(object.className());
      }
      addAll(object.arguments());
      addAll(object.states());
    }
  }

  private void addAll(Collection<?> values) {
    for (Object value : values) {
      boolean nests =
          value instanceof Map
              || value instanceof Collection
              || value instanceof PyTuple
              || value instanceof PyObject;
      if (nests && seen.size() < MAX_NODES && seen.add(value)) {
        waiting.add(value);
      }
    }
  }
}
