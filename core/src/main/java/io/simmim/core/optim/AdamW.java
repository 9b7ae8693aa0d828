package io.simmim.core.optim;

import ai.djl.ndarray.NDArray;
import io.simmim.core.checkpoint.PyTuple;
import io.simmim.core.config.OptimizerConfig;
import io.simmim.core.model.ParameterMap;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.tensor.TorchScriptOps.AdamWSettings;
import io.simmim.core.tensor.TorchScriptOps.AdamWTensors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code torch.optim.AdamW}: p *= 1 - lr * wd first, and eps is added to sqrt(v) / sqrt(1 -
 * beta2^t).
 */
public final class AdamW extends Optimizer {

  private static final String STEP = "step";
  private static final String FIRST_MOMENT = "exp_avg";
  private static final String SECOND_MOMENT = "exp_avg_sq";

  private final OptimizerConfig config;

  public AdamW(
      TorchEngine engine,
      ParameterMap parameters,
      List<ParameterGroup> groups,
      OptimizerConfig config) {
    super(
        engine,
        parameters,
        groups,
        List.of(
            new StateSlot(STEP, true),
            new StateSlot(FIRST_MOMENT, false),
            new StateSlot(SECOND_MOMENT, false)));
    this.config = config;
  }

  @Override
  void update(
      TorchEngine engine,
      GroupTensors group,
      List<NDArray> gradients,
      double weightDecay,
      double lr) {
    var tensors =
        new AdamWTensors(
            group.parameters(),
            gradients,
            group.slot(FIRST_MOMENT),
            group.slot(SECOND_MOMENT),
            group.slot(STEP));
    List<Double> betas = config.betas();
    var settings = new AdamWSettings(lr, betas.get(0), betas.get(1), weightDecay, config.eps());
    engine.script().adamW(tensors, settings);
  }

  @Override
  Map<String, Object> hyperparameters() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("betas", PyTuple.of(config.betas().get(0), config.betas().get(1)));
    fields.put("eps", config.eps());
    fields.put("amsgrad", false);
    fields.put("foreach", null);
    fields.put("maximize", false);
    fields.put("capturable", false);
    return fields;
  }
}
