package io.simmim.core.reconstruct;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.fault.DataException;
import io.simmim.core.image.Normalization;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.model.Pass;
import io.simmim.core.model.SimMim;
import io.simmim.core.tensor.GradMode;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lets a model fill in what masks hide, without training it. */
public final class Reconstructor {

  private final TorchEngine engine;
  private final SimMim model;

  public Reconstructor(TorchEngine engine, SimMim model) {
    this.engine = engine;
    this.model = model;
  }

  /**
   * Reconstructs pictures, all in one batch.
   *
   * @param images square pictures of the model's size
   * @param masks one for each image, on the model's patches
   * @throws DataException when the model's channels are not those of pictures
   */
  public List<Reconstruction> reconstruct(List<RgbImage> images, List<PatchMask> masks)
      throws DataException {
    Normalization normalization = Normalization.forChannels(model.inChans());
    int channels = normalization.channels();
    int size = images.get(0).width();
    int grid = masks.get(0).width();
    FloatBuffer pixels = FloatBuffer.allocate(images.size() * channels * size * size);
    FloatBuffer hidden = FloatBuffer.allocate(images.size() * grid * grid);
    images.forEach(image -> normalization.write(image, pixels));
    masks.forEach(mask -> mask.writeTo(hidden));
    try (Scope scope = Scope.open()) {
      Shape shape = new Shape(images.size(), channels, size, size);
      NDArray x = engine.manager().create(pixels.array(), shape);
      NDArray mask = engine.manager().create(hidden.array(), new Shape(masks.size(), grid, grid));
      return split(x, masks, pixels(x, mask));
    }
  }

  /**
   * What the model paints, in the space of the images: a model that predicts normalised pixels is
   * given the mean and deviation of the image's own surroundings.
   *
   * @param x normalised images [B, C, H, W]
   * @param mask [B, h, w] float32, 1 = hidden
   * @return [B, C, H, W]
   */
  public NDArray pixels(NDArray x, NDArray mask) {
    try (GradMode off = GradMode.off()) {
      return model.target().pixels(forward(x, mask).reconstruction(), x);
    }
  }

  /**
   * Takes a batch apart.
   *
   * @param x normalised images [B, C, H, W]
   * @param masks one for each image
   * @param reconstruction [B, C, H, W]
   */
  public static List<Reconstruction> split(
      NDArray x, List<PatchMask> masks, NDArray reconstruction) {
    int size = Math.toIntExact(x.getShape().get(3));
    float[] images = Ops.floats(x);
    float[] filled = Ops.floats(reconstruction);
    int length = images.length / masks.size();
    List<Reconstruction> results = new ArrayList<>();
    for (int i = 0; i < masks.size(); i++) {
      float[] image = Arrays.copyOfRange(images, i * length, (i + 1) * length);
      float[] predicted = Arrays.copyOfRange(filled, i * length, (i + 1) * length);
      double loss = loss(image, predicted, masks.get(i), size);
      results.add(new Reconstruction(size, image, masks.get(i), predicted, loss));
    }
    return results;
  }

  /**
   * Runs the model on tensors.
   *
   * @param x normalised images [B, C, H, W]
   * @param mask [B, h, w] float32, 1 = hidden
   * @return pictures and the loss of the whole batch; the caller's scope owns them
   */
  public SimMim.Output forward(NDArray x, NDArray mask) {
    try (GradMode off = GradMode.off()) {
      return model.forward(x, mask, Pass.INFERENCE);
    }
  }

  private static double loss(float[] image, float[] predicted, PatchMask mask, int size) {
    HiddenPixels hidden = new HiddenPixels(mask, size);
    double sum = 0;
    long count = 0;
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        if (hidden.at(row, column)) {
          for (int at = row * size + column; at < image.length; at += size * size) {
            sum += Math.abs(image[at] - predicted[at]);
            count++;
          }
        }
      }
    }
    double channels = image.length / ((double) size * size);
    return sum / (count + 1e-5 * channels);
  }
}
