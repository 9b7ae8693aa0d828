package io.simmim.core.reconstruct;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.model.SimMim;
import io.simmim.core.tensor.TorchEngine;
import java.util.List;

/** A model out of a checkpoint, for the thread that loaded it. */
public final class LoadedModel implements AutoCloseable {

  private final SimMim model;
  private final ExperimentConfig config;
  private final Reconstructor reconstructor;
  private final List<String> remarks;

  LoadedModel(TorchEngine engine, SimMim model, ExperimentConfig config, List<String> remarks) {
    this.model = model;
    this.config = config;
    this.remarks = List.copyOf(remarks);
    this.reconstructor = new Reconstructor(engine, model);
  }

  /** What it was trained with. */
  public ExperimentConfig config() {
    return config;
  }

  /** Sentences about what was inferred, estimated or converted on the way. */
  public List<String> remarks() {
    return remarks;
  }

  /** The model itself at work. */
  public Reconstructor reconstructor() {
    return reconstructor;
  }

  /**
   * Fills in what a mask hides.
   *
   * @param image a square picture with the model's DATA.IMG_SIZE
   * @param mask on the model's patches
   * @throws DataException when the model's channels are not those of pictures
   */
  public Reconstruction reconstruct(RgbImage image, PatchMask mask) throws DataException {
    return reconstructor.reconstruct(List.of(image), List.of(mask)).get(0);
  }

  /** The layer that predicts the pixels. */
  public HeadShape head() {
    return new HeadShape(
        model.encoder().numFeatures(), model.encoder().decoderStride(), model.inChans());
  }

  /**
   * What the head is given for one square of the image.
   *
   * @param image a square picture with the model's DATA.IMG_SIZE
   * @param mask on the model's patches
   * @param row of the square, counted in strides of the head
   * @param column of the square
   * @return the feature vector [features]
   * @throws DataException when the model's channels are not those of pictures
   */
  public float[] feature(RgbImage image, PatchMask mask, int row, int column) throws DataException {
    return reconstructor.feature(image, mask, row, column);
  }

  @Override
  public void close() {
    model.close();
  }
}
