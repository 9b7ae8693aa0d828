package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The gradients of parameters, summed over backward passes. Unlike those that libtorch keeps beside
 * each parameter they can be let go, so that there are none while a forward pass fills the memory
 * with activations ({@code zero_grad(set_to_none=True)}), and the first backward pass adds to
 * nothing.
 */
public final class Gradients implements AutoCloseable {

  private final TorchEngine engine;
  private final List<NDArray> parameters;
  private final NDArray[] sums; // null where nothing came back yet

  /** None yet, of {@code parameters}, which stay the caller's to close. */
  public Gradients(TorchEngine engine, List<NDArray> parameters) {
    this.engine = engine;
    this.parameters = List.copyOf(parameters);
    this.sums = new NDArray[parameters.size()];
  }

  /** Adds d(y)/d(parameter); y is a float32 scalar, []. */
  public void backward(NDArray y) {
    backward(y, ones(y), List.of());
  }

  /**
   * Adds d(y)/d(parameter), and gives d(y)/d(leaf).
   *
   * @param y float32 scalar, []
   */
  public NDArray backwardTo(NDArray leaf, NDArray y) {
    return backward(y, ones(y), List.of(leaf)).get(0);
  }

  /**
   * Adds d(sum of y * flow)/d(parameter), and gives the same of every leaf.
   *
   * @param y any shape
   * @param flow of the same shape and type: what flows back into y
   * @param leaves that y depends on
   */
  public List<NDArray> backward(NDArray y, NDArray flow, List<NDArray> leaves) {
    List<NDArray> inputs = Stream.concat(parameters.stream(), leaves.stream()).toList();
    List<NDArray> found = engine.script().gradients(y, flow, inputs);
    for (int i = 0; i < sums.length; i++) {
      add(i, found.get(i));
    }
    return found.subList(sums.length, found.size());
  }

  private static NDArray ones(NDArray y) {
    return y.getManager().ones(y.getShape(), DataType.FLOAT32);
  }

  private void add(int index, NDArray gradient) {
    if (gradient == null) {
      return;
    }
    if (sums[index] == null) {
      sums[index] = Scope.keep(gradient);
    } else {
      sums[index].addi(gradient);
    }
  }

  /**
   * The sums themselves, not copies, in the order of the parameters; zeros where nothing came back.
   */
  public List<NDArray> arrays() {
    for (int i = 0; i < sums.length; i++) {
      if (sums[i] == null) {
        sums[i] = Scope.keep(engine.manager().zeros(parameters.get(i).getShape()));
      }
    }
    return Arrays.asList(sums.clone());
  }

  /** Lets all of them go. */
  public void clear() {
    for (int i = 0; i < sums.length; i++) {
      if (sums[i] != null) {
        sums[i].close();
        sums[i] = null;
      }
    }
  }

  @Override
  public void close() {
    clear();
  }
}
