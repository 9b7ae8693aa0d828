package io.simmim.core.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.function.Supplier;

/**
 * Frees every array made on this thread since it was opened, except those handed out by {@link
 * #keep}. An array holds native memory until it is closed and the garbage collector frees nothing,
 * so each step and each layer opens one; autograd keeps what the backward pass needs by itself.
 */
public final class Scope implements AutoCloseable {

  private final NDScope scope = new NDScope();

  private Scope() {
    scope.suppressNotUsedWarning();
  }

  public static Scope open() {
    return new Scope();
  }

  /** Takes {@code array} out of the innermost open scope; its new owner closes it. */
  public static NDArray keep(NDArray array) {
    NDScope.unregister(array);
    return array;
  }

  /** Runs {@code body} in a scope of its own and hands its result to the enclosing scope. */
  public static NDArray of(Supplier<NDArray> body) {
    NDArray result;
    try (Scope scope = open()) {
      result = keep(body.get());
    }
    NDScope.register(result);
    return result;
  }

  @Override
  public void close() {
    scope.close();
  }
}
