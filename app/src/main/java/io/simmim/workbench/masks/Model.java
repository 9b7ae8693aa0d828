package io.simmim.workbench.masks;

import io.simmim.core.fault.SimMimException;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.reconstruct.HeadShape;
import io.simmim.core.reconstruct.Reconstruction;
import java.nio.file.Path;
import java.util.List;

/** Something that fills in what is hidden; for the one thread that opened it. */
interface Model extends AutoCloseable {

  /** The pictures and masks it takes. */
  Geometry geometry();

  /** The layer that predicts the pixels. */
  HeadShape head();

  /** Sentences about what was inferred, estimated or converted in loading it. */
  List<String> remarks();

  /** Fills in what a mask on its own patches hides. */
  Reconstruction reconstruct(RgbImage image, PatchMask mask) throws SimMimException;

  /** What the head is given for the square at a row and a column, counted in its strides. */
  float[] feature(RgbImage image, PatchMask mask, int row, int column) throws SimMimException;

  @Override
  void close();

  /** Opens models, always on the same thread. */
  interface Source {

    /**
     * Opens a checkpoint.
     *
     * @throws SimMimException if it cannot be read or cannot reconstruct
     */
    Model open(Path checkpoint) throws SimMimException;
  }
}
