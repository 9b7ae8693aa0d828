package io.simmim.core.optim;

import ai.djl.ndarray.NDArray;
import io.simmim.core.checkpoint.PyTuple;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.config.OptimizerConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.model.StateDict;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.tensor.TorchScriptOps.AdamWTensors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * AdamW's state in the layout of {@code optimizer.state_dict()}: parameters are numbered group by
 * group, in the order of their names in each group.
 */
public final class OptimizerState {

  private OptimizerState() {}

  /**
   * The state as the official scripts save it.
   *
   * @param lr learning rate in force, per group
   * @param initialLr base learning rate, per group
   */
  public static Map<String, Object> capture(
      AdamW optimizer, OptimizerConfig config, List<Double> lr, List<Double> initialLr) {
    Map<Object, Object> state = new LinkedHashMap<>();
    List<Object> groups = new ArrayList<>();
    long index = 0;
    for (int g = 0; g < optimizer.groups().size(); g++) {
      AdamWTensors tensors = optimizer.tensors(g);
      List<Object> indices = new ArrayList<>();
      for (int i = 0; i < tensors.parameters().size(); i++, index++) {
        state.put(index, moments(tensors, i));
        indices.add(index);
      }
      groups.add(group(optimizer.groups().get(g), config, lr.get(g), initialLr.get(g), indices));
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("state", state);
    result.put("param_groups", groups);
    return result;
  }

  private static Map<String, Object> moments(AdamWTensors tensors, int i) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("step", TensorData.scalar(Ops.scalar(tensors.steps().get(i))));
    entry.put("exp_avg", StateDict.tensorData(tensors.expAvg().get(i)));
    entry.put("exp_avg_sq", StateDict.tensorData(tensors.expAvgSq().get(i)));
    return entry;
  }

  private static Map<String, Object> group(
      ParameterGroup group,
      OptimizerConfig config,
      double lr,
      double initialLr,
      List<Object> indices) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("lr", lr);
    entry.put("betas", PyTuple.of(config.betas().get(0), config.betas().get(1)));
    entry.put("eps", config.eps());
    entry.put("weight_decay", group.weightDecay());
    entry.put("amsgrad", false);
    entry.put("foreach", null);
    entry.put("maximize", false);
    entry.put("capturable", false);
    entry.put("initial_lr", initialLr);
    entry.put("params", indices);
    return entry;
  }

  /**
   * Puts saved moments and step counts back.
   *
   * @param saved what {@code optimizer.state_dict()} saved, from here or from the official scripts
   * @throws CheckpointException when groups or shapes differ
   */
  public static void restore(AdamW optimizer, TorchEngine engine, Map<?, ?> saved)
      throws CheckpointException {
    if (!(saved.get("state") instanceof Map<?, ?> state)
        || !(saved.get("param_groups") instanceof List<?> groups)
        || groups.size() != optimizer.groups().size()) {
      throw new CheckpointException(
          "The checkpoint's optimizer state does not have this model's "
              + optimizer.groups().size()
              + " parameter groups; it was saved by another kind of training.");
    }
    for (int g = 0; g < groups.size(); g++) {
      restoreGroup(optimizer, g, engine, state, groups.get(g));
    }
  }

  private static void restoreGroup(
      AdamW optimizer, int g, TorchEngine engine, Map<?, ?> state, Object group)
      throws CheckpointException {
    AdamWTensors tensors = optimizer.tensors(g);
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
        copy(engine, tensors.expAvg().get(i), entry.get("exp_avg"), names.get(i));
        copy(engine, tensors.expAvgSq().get(i), entry.get("exp_avg_sq"), names.get(i));
        copy(engine, tensors.steps().get(i), step(entry.get("step")), names.get(i));
      }
    }
  }

  // PyTorch before 1.12 saved the step count as a plain int.
  private static Object step(Object saved) {
    return saved instanceof Number number ? TensorData.scalar(number.floatValue()) : saved;
  }

  private static void copy(TorchEngine engine, NDArray target, Object saved, String name)
      throws CheckpointException {
    if (!(saved instanceof TensorData data)) {
      throw new CheckpointException("The checkpoint's optimizer state of " + name + " is missing.");
    }
    StateDict.copyInto(engine, target, data, "optimizer state of " + name);
  }
}
