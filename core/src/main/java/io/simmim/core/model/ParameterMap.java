package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a model's {@code state_dict} holds, by official name and in official order:
 * within a module its own parameters, then its own buffers, then its children.
 */
public final class ParameterMap implements AutoCloseable {

  private final Map<String, NDArray> state = new LinkedHashMap<>();
  private final Map<String, NDArray> parameters = new LinkedHashMap<>();
  private final List<NDArray> constants = new ArrayList<>();

  /** Trainable leaves that were made elsewhere, by name. */
  public static ParameterMap of(Map<String, NDArray> leaves) {
    ParameterMap map = new ParameterMap();
    leaves.forEach(map::addParameter);
    return map;
  }

  void addParameter(String name, NDArray value) {
    addState(name, value);
    parameters.put(name, value);
  }

  void addBuffer(String name, NDArray value) {
    addState(name, value);
  }

  void addConstant(NDArray value) {
    constants.add(value);
  }

  private void addState(String name, NDArray value) {
    if (state.putIfAbsent(name, value) != null) {
      throw new IllegalArgumentException("expected a new parameter name, got " + name + " twice");
    }
  }

  /** Parameters and buffers, as {@code state_dict()} lists them. */
  public Map<String, NDArray> state() {
    return Collections.unmodifiableMap(state);
  }

  /** Trainable tensors, as {@code named_parameters()} lists them. */
  public Map<String, NDArray> parameters() {
    return Collections.unmodifiableMap(parameters);
  }

  /** Number of trainable scalars. */
  public long size() {
    return parameters.values().stream().mapToLong(NDArray::size).sum();
  }

  @Override
  public void close() {
    state.values().forEach(NDArray::close);
    constants.forEach(NDArray::close);
  }
}
