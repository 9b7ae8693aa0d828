package io.simmim.core.tensor;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import java.util.Optional;

/**
 * Native memory that was freed and that the C library keeps for later. What is done rarely, such as
 * a checkpoint or a preview, leaves some behind between blocks that stay, and the process would
 * grow a little with every one.
 */
public final class FreedMemory {

  /** {@code int malloc_trim(size_t pad)} of glibc. */
  private static final Optional<Function> TRIM = find();

  private FreedMemory() {}

  private static Optional<Function> find() {
    try {
      return Optional.of(NativeLibrary.getProcess().getFunction("malloc_trim"));
    } catch (UnsatisfiedLinkError e) {
      return Optional.empty(); // Another C library.
    }
  }

  /** Gives it back to the system, where the C library can. */
  public static void giveBack() {
    TRIM.ifPresent(trim -> trim.invokeInt(new Object[] {new NativeLong(0)}));
  }
}
