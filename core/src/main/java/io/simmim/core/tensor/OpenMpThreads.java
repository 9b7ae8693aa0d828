package io.simmim.core.tensor;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.util.Map;

/**
 * How long OpenMP's threads spin for the next operation before they sleep. Its default suits a
 * machine that does nothing else: with another busy program beside, every operation ends in a wait
 * for a thread that the other one displaced, and a training step takes ten times as long and more.
 * A desktop is such a machine. Short spinning still bridges the microseconds between two
 * operations.
 */
final class OpenMpThreads {

  private static final String SPIN_COUNT = "GOMP_SPINCOUNT";
  private static final String SHORT = "1000";
  private static final int OVERWRITE = 1;

  private OpenMpThreads() {}

  /** Must run before the engine's libraries are loaded; what the user has set stays. */
  static void spinShortly(Map<String, String> environment) {
    boolean chosen =
        environment.containsKey(SPIN_COUNT) || environment.containsKey("OMP_WAIT_POLICY");
    if (Platform.isLinux() && !chosen) {
      Function setenv = NativeLibrary.getInstance(Platform.C_LIBRARY_NAME).getFunction("setenv");
      setenv.invokeInt(new Object[] {SPIN_COUNT, SHORT, OVERWRITE});
    }
  }
}
