package io.simmim.core.weights;

import java.util.Collection;
import java.util.List;

/**
 * Prefixes that programs put before every name when they wrap a model: data-parallel training and
 * {@code torch.compile} always, PyTorch Lightning and its like if no name is without.
 */
final class Wrappers {

  private static final List<String> ALWAYS = List.of("module.", "_orig_mod.");
  private static final String MODEL = "model.";

  private final boolean inModel;

  Wrappers(Collection<String> names) {
    inModel =
        !names.isEmpty() && names.stream().allMatch(name -> withoutAlways(name).startsWith(MODEL));
  }

  /** The name that the model itself gives. */
  String unwrapped(String name) {
    String inner = withoutAlways(name);
    return inModel ? withoutAlways(inner.substring(MODEL.length())) : inner;
  }

  private static String withoutAlways(String name) {
    String inner = name;
    while (inner.startsWith(ALWAYS.get(0)) || inner.startsWith(ALWAYS.get(1))) {
      inner = inner.substring(inner.indexOf('.') + 1);
    }
    return inner;
  }
}
