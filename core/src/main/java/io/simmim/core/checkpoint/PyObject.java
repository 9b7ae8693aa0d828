package io.simmim.core.checkpoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something in a pickle that has no plain Java form: an instance of a class that is named here and
 * never run. What the pickle wanted to pass to it is kept for showing.
 */
public final class PyObject {

  private final String className;
  private final List<Object> arguments;
  private final List<Object> states = new ArrayList<>();

  // The tuple is not copied: a small file could ask for a million copies of a long one.
  PyObject(String className, PyTuple arguments) {
    this.className = className;
    this.arguments = arguments.items();
  }

  void addState(Object state) {
    states.add(state);
  }

  /** Module and name, {@code yacs.config.CfgNode}. */
  public String className() {
    return className;
  }

  public List<Object> arguments() {
    return arguments;
  }

  /** What the pickle set on the object after making it. */
  public List<Object> states() {
    return Collections.unmodifiableList(states);
  }

  /** The attributes among the states, by name; of an {@code argparse.Namespace} all there is. */
  public Map<String, Object> attributes() {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (Object state : states) {
      if (state instanceof Map<?, ?> map) {
        map.forEach((name, value) -> attributes.put(String.valueOf(name), value));
      }
    }
    return Collections.unmodifiableMap(attributes);
  }

  @Override
  public String toString() {
    return "<" + className + ">";
  }
}
