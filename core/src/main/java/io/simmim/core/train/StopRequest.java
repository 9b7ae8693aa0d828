package io.simmim.core.train;

import io.simmim.core.fault.DataException;
import io.simmim.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.BooleanSupplier;

/**
 * Whether the user wants the run to end: by a signal to this process, or from any window that sees
 * the run folder.
 */
public final class StopRequest {

  private final BooleanSupplier signal;
  private final RunFolder folder;

  public StopRequest(BooleanSupplier signal, RunFolder folder) {
    this.signal = signal;
    this.folder = folder;
  }

  boolean pending() {
    return signal.getAsBoolean() || Files.exists(folder.stopRequest());
  }

  /** Forgets a request made to an earlier training in this folder, or one that was honoured. */
  void clear() throws DataException {
    try {
      Files.deleteIfExists(folder.stopRequest());
    } catch (IOException e) {
      throw new DataException(
          "Cannot remove " + folder.stopRequest() + ": make the run folder writable.", e);
    }
  }
}
