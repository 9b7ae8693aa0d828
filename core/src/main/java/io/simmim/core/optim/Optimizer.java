package io.simmim.core.optim;

import ai.djl.ndarray.NDArray;
import io.simmim.core.config.OptimizerConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.model.Gradients;
import io.simmim.core.model.ParameterMap;
import io.simmim.core.tensor.GradMode;
import io.simmim.core.tensor.TorchEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Changes weights by their gradients, with one fused call per parameter group. */
public abstract sealed class Optimizer implements AutoCloseable permits AdamW, Sgd {

  private final TorchEngine engine;
  private final List<ParameterGroup> groups;
  private final List<GroupTensors> tensors = new ArrayList<>();
  private final Gradients gradients;
  private final long remembered;

  Optimizer(
      TorchEngine engine,
      ParameterMap parameters,
      List<ParameterGroup> groups,
      List<StateSlot> slots) {
    this.engine = engine;
    this.groups = List.copyOf(groups);
    this.remembered = slots.stream().filter(slot -> !slot.scalar()).count();
    groups.forEach(group -> tensors.add(new GroupTensors(engine, group, parameters, slots)));
    List<NDArray> all = tensors.stream().flatMap(group -> group.parameters().stream()).toList();
    this.gradients = new Gradients(engine, all);
  }

  /** The optimizer that {@code TRAIN.OPTIMIZER.NAME} names. */
  public static Optimizer of(
      TorchEngine engine,
      ParameterMap parameters,
      List<ParameterGroup> groups,
      OptimizerConfig config) {
    return switch (config.name()) {
      case "adamw" -> new AdamW(engine, parameters, groups, config);
      case "sgd" -> new Sgd(engine, parameters, groups, config);
      default -> throw new IllegalArgumentException("expected adamw or sgd, got " + config.name());
    };
  }

  /** The gradients of all parameters, group by group. */
  public final Gradients gradients() {
    return gradients;
  }

  /** Updates every parameter in place and lets the gradients go; {@code lr} is given per group. */
  public final void step(List<Double> lr) {
    List<NDArray> all = gradients.arrays();
    int from = 0;
    try (GradMode off = GradMode.off()) {
      for (int g = 0; g < groups.size(); g++) {
        GroupTensors group = tensors.get(g);
        int to = from + group.parameters().size();
        update(engine, group, all.subList(from, to), groups.get(g).weightDecay(), lr.get(g));
        from = to;
      }
    }
    gradients.clear();
  }

  /** {@code gradients} are parallel to the group's parameters. */
  abstract void update(
      TorchEngine engine,
      GroupTensors group,
      List<NDArray> gradients,
      double weightDecay,
      double lr);

  public final List<ParameterGroup> groups() {
    return groups;
  }

  /** Numbers that are remembered about each trainable scalar, such as two moments. */
  public final long rememberedPerScalar() {
    return remembered;
  }

  /**
   * The state as {@code optimizer.state_dict()} of the official scripts.
   *
   * @param lr learning rate in force, per group
   * @param initialLr base learning rate, per group
   */
  public final Map<String, Object> capture(List<Double> lr, List<Double> initialLr) {
    return new OptimizerState(this).capture(lr, initialLr);
  }

  /**
   * Puts a saved state back.
   *
   * @param saved what {@code optimizer.state_dict()} saved, from here or from the official scripts
   * @throws CheckpointException when groups or shapes differ, or another kind of optimizer saved it
   */
  public final void restore(Map<?, ?> saved) throws CheckpointException {
    new OptimizerState(this).restore(engine, saved);
  }

  /**
   * Fields of a group's entry beside learning rate and weight decay, as PyTorch 1.13 names them.
   */
  abstract Map<String, Object> hyperparameters();

  final GroupTensors tensors(int group) {
    return tensors.get(group);
  }

  @Override
  public final void close() {
    gradients.close();
    tensors.forEach(GroupTensors::close);
  }
}
