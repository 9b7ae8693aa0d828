package io.simmim.core.reconstruct;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.image.Normalization;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.model.SimMim;
import io.simmim.core.tensor.GradMode;
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
   */
  public List<Reconstruction> reconstruct(List<RgbImage> images, List<PatchMask> masks) {
    int size = images.get(0).width();
    int grid = masks.get(0).width();
    FloatBuffer pixels = FloatBuffer.allocate(images.size() * RgbImage.CHANNELS * size * size);
    FloatBuffer hidden = FloatBuffer.allocate(images.size() * grid * grid);
    images.forEach(image -> Normalization.IMAGENET.write(image, pixels));
    masks.forEach(mask -> mask.writeTo(hidden));
    float[] x = pixels.array();
    float[] filled;
    try (Scope scope = Scope.open()) {
      NDArray image =
          engine.manager().create(x, new Shape(images.size(), RgbImage.CHANNELS, size, size));
      NDArray mask = engine.manager().create(hidden.array(), new Shape(masks.size(), grid, grid));
      filled = forward(image, mask).reconstruction().toFloatArray();
    }
    List<Reconstruction> results = new ArrayList<>();
    int length = x.length / images.size();
    for (int i = 0; i < images.size(); i++) {
      float[] original = Arrays.copyOfRange(x, i * length, (i + 1) * length);
      float[] predicted = Arrays.copyOfRange(filled, i * length, (i + 1) * length);
      double loss = loss(original, predicted, masks.get(i), size);
      results.add(new Reconstruction(size, original, masks.get(i), predicted, loss));
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
      return model.forward(x, mask, false);
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
    return sum / (count + 1e-5 * image.length / (size * size));
  }
}
