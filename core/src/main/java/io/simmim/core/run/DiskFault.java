package io.simmim.core.run;

import io.simmim.core.fault.DataException;
import java.io.IOException;
import java.nio.file.Path;

/** What is said when the disk under a run folder fails. */
public final class DiskFault {

  private DiskFault() {}

  /** {@code file} could not be written. */
  public static DataException writing(Path file, IOException cause) {
    return new DataException(
        "Cannot write %s (%s): check that the disk is not full and the folder writable."
            .formatted(file, cause.getMessage()),
        cause);
  }

  /** {@code file} could not be read. */
  public static DataException reading(Path file, IOException cause) {
    return new DataException(
        "Cannot read %s (%s): check that the disk is there and the file readable."
            .formatted(file, cause.getMessage()),
        cause);
  }

  /** Something in {@code folder} could not be deleted. */
  public static DataException deleting(Path folder, IOException cause) {
    return new DataException(
        "Cannot delete old checkpoints in %s (%s): check that the folder is writable."
            .formatted(folder, cause.getMessage()),
        cause);
  }
}
