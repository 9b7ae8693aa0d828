package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.tensor.DenseLayers;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.tensor.TorchScriptOps;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Where a module registers its tensors: a name prefix in a {@link ParameterMap}. Each parameter
 * draws its initial values from a stream of its own, seeded by the model's seed and its name, so
 * adding a layer leaves the others as they were.
 */
final class ParameterScope {

  private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private final TorchEngine engine;
  private final ParameterMap map;
  private final String prefix;
  private final long seed;
  private final InitialValues values;

  ParameterScope(TorchEngine engine, ParameterMap map, long seed) {
    this(engine, map, "", seed, new InitialValues());
  }

  private ParameterScope(
      TorchEngine engine, ParameterMap map, String prefix, long seed, InitialValues values) {
    this.engine = engine;
    this.map = map;
    this.prefix = prefix;
    this.seed = seed;
    this.values = values;
  }

  ParameterScope child(String name) {
    return new ParameterScope(engine, map, prefix + name + ".", seed, values);
  }

  /** A trainable float32 tensor. */
  NDArray parameter(String name, Initializer initializer, long... shape) {
    NDArray value = Scope.keep(engine.manager().create(new Shape(shape), DataType.FLOAT32));
    String fullName = prefix + name;
    ByteBuffer data = values.room(Math.toIntExact(value.size() * Float.BYTES));
    RandomGenerator random = RANDOM.create(seed * 0x9E3779B97F4A7C15L + fullName.hashCode());
    initializer.fill(data.asFloatBuffer(), random);
    engine.script().copy(value, data);
    Ops.requireGradient(value);
    map.addParameter(fullName, value);
    return value;
  }

  /** An int64 tensor that is saved with the model and not trained. */
  NDArray buffer(String name, long[] values, long... shape) {
    NDArray value = Scope.keep(engine.manager().create(values, new Shape(shape)));
    map.addBuffer(prefix + name, value);
    return value;
  }

  /** A float32 tensor that is saved with the model and not trained. */
  NDArray buffer(String name, float[] values, long... shape) {
    NDArray value = Scope.keep(engine.manager().create(values, new Shape(shape)));
    map.addBuffer(prefix + name, value);
    return value;
  }

  /** A 0-d float32 tensor, made once, since arithmetic with a Java number makes one each time. */
  NDArray constant(double scalar) {
    NDArray value = Scope.keep(engine.manager().create((float) scalar));
    map.addConstant(value);
    return value;
  }

  /** A float32 tensor that is neither trained nor saved. */
  NDArray constant(float[] values, long... shape) {
    NDArray value = Scope.keep(engine.manager().create(values, new Shape(shape)));
    map.addConstant(value);
    return value;
  }

  DenseLayers dense() {
    return engine.dense();
  }

  TorchScriptOps script() {
    return engine.script();
  }
}
