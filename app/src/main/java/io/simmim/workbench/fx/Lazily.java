package io.simmim.workbench.fx;

import java.util.function.Supplier;

/** Made when it is first asked for, and then kept; on the toolkit's thread only. */
public final class Lazily<T> implements Supplier<T> {

  private final Supplier<T> make;
  private T made;

  public Lazily(Supplier<T> make) {
    this.make = make;
  }

  @Override
  public T get() {
    if (made == null) {
      made = make.get();
    }
    return made;
  }
}
