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
        !names.isEmpty()
            && names.stream().allMatch(name -> name.startsWith(MODEL, afterAlways(name, 0)));
  }

  /** The name that the model itself gives. */
  String unwrapped(String name) {
    int start = afterAlways(name, 0);
    return name.substring(inModel ? afterAlways(name, start + MODEL.length()) : start);
  }

  private static int afterAlways(String name, int from) {
    int start = from;
    for (String wrapper = at(name, start); !wrapper.isEmpty(); wrapper = at(name, start)) {
      start += wrapper.length();
    }
    return start;
  }

  private static String at(String name, int start) {
    return ALWAYS.stream().filter(w -> name.startsWith(w, start)).findFirst().orElse("");
  }
}
