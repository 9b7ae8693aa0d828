package io.simmim.core.model;

import io.simmim.core.tensor.TorchEngine;
import java.util.Map;

/** Parameters of any names and shapes, for tests that need no network around them. */
public final class FreeParameters {

  private FreeParameters() {}

  /** Trainable zeros on the engine's device, in the order of the map; the caller closes them. */
  public static ParameterMap zeros(TorchEngine engine, Map<String, long[]> shapes) {
    ParameterMap parameters = new ParameterMap();
    ParameterScope scope = new ParameterScope(engine, parameters, 0);
    shapes.forEach((name, shape) -> scope.parameter(name, Initializer.constant(0), shape));
    return parameters;
  }
}
