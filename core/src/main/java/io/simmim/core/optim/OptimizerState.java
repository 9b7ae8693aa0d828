package io.simmim.core.optim;

import ai.djl.ndarray.NDArray;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.model.StateDict;
import io.simmim.core.model.TensorLoader;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.TorchEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An optimizer's state in the layout of {@code optimizer.state_dict()}: parameters are numbered
 * group by group, in the order of their names in each group.
 */
final class OptimizerState {

  private final Optimizer optimizer;

  OptimizerState(Optimizer optimizer) {
    this.optimizer = optimizer;
  }

  Map<String, Object> capture(List<Double> lr, List<Double> initialLr) {
    Map<Object, Object> state = new LinkedHashMap<>();
    List<Object> groups = new ArrayList<>();
    long index = 0;
    for (int g = 0; g < optimizer.groups().size(); g++) {
      GroupTensors tensors = optimizer.tensors(g);
      List<Object> indices = new ArrayList<>();
      for (int i = 0; i < tensors.parameters().size(); i++, index++) {
        state.put(index, entry(tensors, i));
        indices.add(index);
      }
      groups.add(group(optimizer.groups().get(g), lr.get(g), initialLr.get(g), indices));
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("state", state);
    result.put("param_groups", groups);
    return result;
  }

  private static Map<String, Object> entry(GroupTensors tensors, int i) {
    Map<String, Object> entry = new LinkedHashMap<>();
    tensors.slots().forEach((name, arrays) -> entry.put(name, data(arrays.get(i))));
    return entry;
  }

  private static TensorData data(NDArray array) {
    return array.getShape().isScalar()
        ? TensorData.scalar(Ops.scalar(array))
        : StateDict.tensorData(array);
  }

  private Map<String, Object> group(
      ParameterGroup group, double lr, double initialLr, List<Object> indices) {
    Map<String, Object> entry = new LinkedHashMap<>();
    if (!group.name().isEmpty()) {
      entry.put("group_name", group.name());
    }
    entry.put("weight_decay", group.weightDecay());
    entry.put("lr", lr);
    if (!group.name().isEmpty()) {
      entry.put("lr_scale", group.lrScale());
    }
    entry.putAll(optimizer.hyperparameters());
    entry.put("initial_lr", initialLr);
    entry.put("params", indices);
    return entry;
  }

  void restore(TorchEngine engine, Map<?, ?> saved) throws CheckpointException {
    if (!(saved.get("state") instanceof Map<?, ?> state)
        || !(saved.get("param_groups") instanceof List<?> groups)
        || groups.size() != optimizer.groups().size()) {
      throw new CheckpointException(
          "The checkpoint's optimizer state does not have this model's "
              + optimizer.groups().size()
              + " parameter groups; it was saved by another kind of training.");
    }
    TensorLoader loader = new TensorLoader(engine, slots());
    for (int g = 0; g < groups.size(); g++) {
      restoreGroup(loader, g, state, groups.get(g));
    }
  }

  private List<NDArray> slots() {
    List<NDArray> all = new ArrayList<>();
    for (int g = 0; g < optimizer.groups().size(); g++) {
      optimizer.tensors(g).slots().values().forEach(all::addAll);
    }
    return all;
  }

  private void restoreGroup(TensorLoader loader, int g, Map<?, ?> state, Object group)
      throws CheckpointException {
    List<String> names = optimizer.groups().get(g).names();
    if (!(group instanceof Map<?, ?> fields)
        || !(fields.get("params") instanceof List<?> indices)
        || indices.size() != names.size()) {
      throw new CheckpointException(
          "Parameter group "
              + g
              + " of the checkpoint's optimizer does not hold "
              + names.size()
              + " parameters as this model's does.");
    }
    for (int i = 0; i < names.size(); i++) {
      if (state.get(indices.get(i)) instanceof Map<?, ?> entry) {
        restoreEntry(loader, optimizer.tensors(g), i, entry, names.get(i));
      }
    }
  }

  private static void restoreEntry(
      TensorLoader loader, GroupTensors tensors, int i, Map<?, ?> entry, String parameter)
      throws CheckpointException {
    for (Map.Entry<String, List<NDArray>> slot : tensors.slots().entrySet()) {
      if (!(tensor(entry.get(slot.getKey())) instanceof TensorData data)) {
        throw new CheckpointException(
            "The checkpoint's optimizer state of %s is missing its %s; it was saved by another optimizer: set TRAIN.OPTIMIZER.NAME to that one, or start from the weights alone."
                .formatted(parameter, slot.getKey()));
      }
      NDArray target = slot.getValue().get(i);
      loader.copy(target, data, "optimizer state of " + parameter);
    }
  }

  // PyTorch before 1.12 saved the step count as a plain int.
  private static Object tensor(Object saved) {
    return saved instanceof Number number ? TensorData.scalar(number.floatValue()) : saved;
  }
}
