package io.simmim.core.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.model.ParameterMap;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an optimizer keeps for one group: parallel lists in the order of the group's names. */
final class GroupTensors {

  private final List<NDArray> parameters = new ArrayList<>();
  private final Map<String, List<NDArray>> slots = new LinkedHashMap<>();

  /**
   * @param slotNames state of each parameter by its official name; all begin at zero
   */
  GroupTensors(
      TorchEngine engine, ParameterGroup group, ParameterMap map, List<StateSlot> slotNames) {
    group.names().forEach(name -> parameters.add(map.parameters().get(name)));
    for (StateSlot slot : slotNames) {
      List<NDArray> arrays = new ArrayList<>();
      for (NDArray parameter : parameters) {
        Shape shape = slot.scalar() ? new Shape() : parameter.getShape();
        arrays.add(Scope.keep(engine.manager().zeros(shape, DataType.FLOAT32)));
      }
      slots.put(slot.name(), arrays);
    }
  }

  List<NDArray> parameters() {
    return parameters;
  }

  /** State by official name, in the order in which it is saved. */
  Map<String, List<NDArray>> slots() {
    return slots;
  }

  List<NDArray> slot(String name) {
    return slots.get(name);
  }

  void close() {
    slots.values().forEach(arrays -> arrays.forEach(NDArray::close));
  }
}
