package io.simmim.core.reconstruct;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.fault.DataException;
import io.simmim.core.image.ImageEncoder;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.run.AtomicFile;
import io.simmim.core.tensor.Npz;
import io.simmim.core.tensor.Scope;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes reconstructions: the figure as {@code <name>.png}, the numbers as {@code <name>.npz} with
 * {@code image}, {@code mask} (int64, 1 = hidden), {@code reconstruction} and {@code loss}.
 */
public final class ReconstructionFiles {

  private final NDManager manager;
  private final Path folder;

  public ReconstructionFiles(NDManager manager, Path folder) {
    this.manager = manager;
    this.folder = folder;
  }

  /**
   * Writes figure and numbers of one image.
   *
   * @return the figure
   */
  public Path write(String name, Reconstruction result) throws DataException {
    Path figure = folder.resolve(name + ".png");
    ImageEncoder.png().write(Figure.of(List.of(Panels.of(result))), figure);
    try (Scope scope = Scope.open()) {
      Shape pixels = new Shape(result.channels(), result.size(), result.size());
      PatchMask mask = result.mask();
      Map<String, NDArray> arrays = new LinkedHashMap<>();
      arrays.put("image", manager.create(result.image(), pixels));
      arrays.put("mask", manager.create(mask.toLongs(), new Shape(mask.height(), mask.width())));
      arrays.put("reconstruction", manager.create(result.reconstruction(), pixels));
      arrays.put("loss", manager.create((float) result.loss()));
      writeArrays(name, arrays);
    }
    return figure;
  }

  /** Writes arrays to {@code <name>.npz}. */
  public Path writeArrays(String name, Map<String, NDArray> arrays) throws DataException {
    Path file = folder.resolve(name + ".npz");
    try {
      AtomicFile.write(file, channel -> Npz.write(Channels.newOutputStream(channel), arrays));
      return file;
    } catch (IOException e) {
      throw new DataException(
          "Cannot write %s (%s): check that the disk is not full and the folder writable."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
