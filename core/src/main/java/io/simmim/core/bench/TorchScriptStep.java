package io.simmim.core.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.tensor.Autocast;
import io.simmim.core.tensor.AutocastMode;
import io.simmim.core.tensor.GradMode;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.tensor.TorchScriptModel;
import io.simmim.core.tensor.TorchScriptOps.AdamWSettings;
import io.simmim.core.tensor.TorchScriptOps.AdamWTensors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The same pre-training step around a TorchScript model {@code (x, mask) -> loss}: same engine,
 * same clipping, same fused AdamW, its two groups told apart by dimensions.
 */
final class TorchScriptStep implements Contender {

  private final TorchEngine engine;
  private final ExperimentConfig config;
  private final RandomBatch batch;
  private final AutocastMode autocast;
  private final TorchScriptModel model;
  private final List<Group> groups = new ArrayList<>();
  private final List<NDArray> gradients = new ArrayList<>();

  private record Group(List<NDArray> parameters, double weightDecay, List<List<NDArray>> slots) {}

  /** The batch stays the caller's to close. */
  TorchScriptStep(
      TorchEngine engine,
      ExperimentConfig config,
      RandomBatch batch,
      AutocastMode autocast,
      Path file)
      throws CheckpointException {
    this.engine = engine;
    this.config = config;
    this.batch = batch;
    this.autocast = autocast;
    model = TorchScriptModel.load(engine, file);
    double decay = config.train().weightDecay();
    groups.add(group(model.parameters().stream().filter(p -> !isVector(p)).toList(), decay));
    groups.add(group(model.parameters().stream().filter(TorchScriptStep::isVector).toList(), 0));
  }

  private static boolean isVector(NDArray parameter) {
    return parameter.getShape().dimension() <= 1;
  }

  private Group group(List<NDArray> parameters, double weightDecay) {
    List<List<NDArray>> slots = new ArrayList<>();
    for (int slot = 0; slot < 2; slot++) {
      slots.add(parameters.stream().map(p -> zeros(p.getShape())).toList());
    }
    slots.add(parameters.stream().map(p -> zeros(new Shape())).toList());
    return new Group(parameters, weightDecay, slots);
  }

  private NDArray zeros(Shape shape) {
    return Scope.keep(engine.manager().zeros(shape, DataType.FLOAT32));
  }

  @Override
  public void run(int index) {
    if (!gradients.isEmpty()) {
      engine.script().zero(gradients);
    }
    try (Scope scope = Scope.open()) {
      NDArray loss;
      try (Autocast cast = autocast.enter()) {
        loss = model.forward(batch.x(), batch.wholeMask());
      }
      Ops.backward(loss);
      Ops.scalar(loss);
    }
    if (gradients.isEmpty()) {
      groups.forEach(g -> g.parameters().forEach(p -> gradients.add(gradient(p))));
    }
    engine.script().clipGradNorm(gradients, config.train().clipGrad());
    update();
  }

  private static NDArray gradient(NDArray parameter) {
    return Scope.keep(Ops.gradient(parameter));
  }

  private void update() {
    int from = 0;
    try (GradMode off = GradMode.off()) {
      for (Group group : groups) {
        int to = from + group.parameters().size();
        engine
            .script()
            .adamW(
                new AdamWTensors(
                    group.parameters(),
                    gradients.subList(from, to),
                    group.slots().get(0),
                    group.slots().get(1),
                    group.slots().get(2)),
                new AdamWSettings(1e-4, 0.9, 0.999, group.weightDecay(), 1e-8));
        from = to;
      }
    }
  }

  @Override
  public void close() {
    gradients.forEach(NDArray::close);
    groups.forEach(group -> group.slots().forEach(slot -> slot.forEach(NDArray::close)));
    model.close();
  }
}
