package io.simmim.core.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.config.OptimizerConfig;
import io.simmim.core.model.ParameterMap;
import io.simmim.core.tensor.GradMode;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.tensor.TorchScriptOps.AdamWSettings;
import io.simmim.core.tensor.TorchScriptOps.AdamWTensors;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code torch.optim.AdamW} with one fused call per parameter group: p *= 1 - lr * wd first, and
 * eps is added to sqrt(v) / sqrt(1 - beta2^t).
 */
public final class AdamW implements AutoCloseable {

  private final TorchEngine engine;
  private final OptimizerConfig config;
  private final List<ParameterGroup> groups;
  private final List<AdamWTensors> tensors = new ArrayList<>();
  private final List<NDArray> gradients = new ArrayList<>();

  public AdamW(
      TorchEngine engine,
      ParameterMap parameters,
      List<ParameterGroup> groups,
      OptimizerConfig config) {
    this.engine = engine;
    this.config = config;
    this.groups = List.copyOf(groups);
    for (ParameterGroup group : groups) {
      tensors.add(allocate(group, parameters));
    }
  }

  private AdamWTensors allocate(ParameterGroup group, ParameterMap parameters) {
    var result =
        new AdamWTensors(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    for (String name : group.names()) {
      NDArray parameter = parameters.parameters().get(name);
      result.parameters().add(parameter);
      result.expAvg().add(zeros(parameter.getShape()));
      result.expAvgSq().add(zeros(parameter.getShape()));
      result.steps().add(zeros(new Shape()));
    }
    return result;
  }

  private NDArray zeros(Shape shape) {
    return Scope.keep(engine.manager().zeros(shape, DataType.FLOAT32));
  }

  /**
   * The gradients of all parameters, group by group; the same arrays after every backward pass.
   * Valid once a backward pass has run.
   */
  public List<NDArray> gradients() {
    if (gradients.isEmpty()) {
      for (AdamWTensors group : tensors) {
        group.parameters().forEach(p -> group.gradients().add(Scope.keep(Ops.gradient(p))));
        gradients.addAll(group.gradients());
      }
    }
    return gradients;
  }

  /** Forgets all gradients; does nothing before the first backward pass. */
  public void zeroGrad() {
    if (!gradients.isEmpty()) {
      engine.script().zero(gradients);
    }
  }

  /** Updates every parameter in place; {@code lr} is given per group. */
  public void step(List<Double> lr) {
    gradients();
    try (GradMode off = GradMode.off()) {
      for (int g = 0; g < groups.size(); g++) {
        engine.script().adamW(tensors.get(g), settings(g, lr.get(g)));
      }
    }
  }

  private AdamWSettings settings(int group, double lr) {
    return new AdamWSettings(
        lr,
        config.betas().get(0),
        config.betas().get(1),
        groups.get(group).weightDecay(),
        config.eps());
  }

  public List<ParameterGroup> groups() {
    return groups;
  }

  /** First moments, second moments and step counts of group {@code index}, in its name order. */
  AdamWTensors tensors(int index) {
    return tensors.get(index);
  }

  @Override
  public void close() {
    gradients.forEach(NDArray::close);
    for (AdamWTensors group : tensors) {
      group.expAvg().forEach(NDArray::close);
      group.expAvgSq().forEach(NDArray::close);
      group.steps().forEach(NDArray::close);
    }
  }
}
