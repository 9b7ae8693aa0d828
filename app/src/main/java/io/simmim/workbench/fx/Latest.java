package io.simmim.workbench.fx;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Hands the newest of many values to a slower thread. Values that were overtaken before the thread
 * came round are dropped, and never more than one delivery waits, so a busy source cannot flood it.
 */
public final class Latest<T> {

  private final AtomicReference<T> waiting = new AtomicReference<>();
  private final Executor executor;
  private final Consumer<? super T> consumer;

  public Latest(Executor executor, Consumer<? super T> consumer) {
    this.executor = executor;
    this.consumer = consumer;
  }

  /** Offers a value from any thread. */
  public void offer(T value) {
    if (waiting.getAndSet(Objects.requireNonNull(value)) == null) {
      executor.execute(() -> consumer.accept(waiting.getAndSet(null)));
    }
  }
}
