package io.simmim.core.cli;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Ctrl+C, SIGTERM and the closing of the terminal, as a question that a training asks between two
 * steps. The first signal only answers it; the training then ends by itself, everything is closed
 * in order, and the command returns {@link ExitCode#STOPPED_BY_USER}. The second one ends the
 * process at once.
 *
 * <p>The JDK's handler is reached by reflection: the class is supported ({@code jdk.unsupported}),
 * but the compiler warns of its name. A shutdown hook would do for the first signal, but cannot see
 * a second one, and the rest of the program would run while the JVM is going down.
 */
public final class StopSignal implements BooleanSupplier {

  /** What a training does before it stops. */
  static final String STEP_FIRST = "this step is finished and saved first.";

  /** What a measurement does before it stops. */
  static final String BATCH_FIRST = "this batch is finished first, nothing is saved.";

  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

  private final AtomicBoolean raised = new AtomicBoolean();
  private final PrintStream err;
  private final String first;

  private StopSignal(PrintStream err, String first) {
    this.err = err;
    this.first = first;
  }

  /**
   * From here on, signals of this process are caught.
   *
   * @param first what happens until everything has stopped, in a sentence
   */
  public static StopSignal catching(PrintStream err, String first) {
    StopSignal signal = new StopSignal(err, first);
    SIGNALS.forEach(name -> catchSignal(name, signal::raise));
    return signal;
  }

  /**
   * From here on, signals end this process at once, with the exit code of a stop. The JVM's own way
   * takes the native libraries down under the threads that compute in them, which crashes it.
   */
  static void endingAtOnce() {
    SIGNALS.forEach(
        name -> catchSignal(name, () -> Runtime.getRuntime().halt(ExitCode.STOPPED_BY_USER)));
  }

  /** Whether the user asked for a stop. */
  @Override
  public boolean getAsBoolean() {
    return raised.get();
  }

  private void raise() {
    if (raised.getAndSet(true)) {
      Runtime.getRuntime().halt(ExitCode.STOPPED_BY_USER);
    }
    err.println();
    err.println("Stopping: " + first + " Once more stops at once.");
  }

  private static void catchSignal(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object raising =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                action.run();
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), raising);
    } catch (InvocationTargetException e) {
      // This system does not have the signal (HUP on Windows), or the JVM keeps it (-Xrs).
      return;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Java has no sun.misc.Signal", e);
    }
  }
}
