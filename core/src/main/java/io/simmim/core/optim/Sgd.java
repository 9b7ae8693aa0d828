package io.simmim.core.optim;

import ai.djl.ndarray.NDArray;
import io.simmim.core.config.OptimizerConfig;
import io.simmim.core.model.ParameterMap;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.tensor.TorchScriptOps.SgdSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code torch.optim.SGD} with Nesterov momentum, as the official {@code optimizer.py} asks for it:
 * weight decay is added to the gradient, v = momentum * v + g, p -= lr * (g + momentum * v).
 */
public final class Sgd extends Optimizer {

  private static final String VELOCITY = "momentum_buffer";

  private final double momentum;

  public Sgd(
      TorchEngine engine,
      ParameterMap parameters,
      List<ParameterGroup> groups,
      OptimizerConfig config) {
    super(engine, parameters, groups, List.of(new StateSlot(VELOCITY, false)));
    this.momentum = config.momentum();
  }

  // PyTorch starts from v = g, which is what a velocity of zero gives without dampening.
  @Override
  void update(
      TorchEngine engine,
      GroupTensors group,
      List<NDArray> gradients,
      double weightDecay,
      double lr) {
    engine
        .script()
        .sgd(
            group.parameters(),
            gradients,
            group.slot(VELOCITY),
            new SgdSettings(lr, momentum, weightDecay));
  }

  @Override
  Map<String, Object> hyperparameters() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("momentum", momentum);
    fields.put("dampening", 0L);
    fields.put("nesterov", true);
    fields.put("maximize", false);
    fields.put("foreach", null);
    return fields;
  }
}
