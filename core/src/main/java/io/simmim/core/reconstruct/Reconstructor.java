package io.simmim.core.reconstruct;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.fault.DataException;
import io.simmim.core.image.Normalization;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.model.Encoder;
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
    try (Scope scope = Scope.open()) {
      NDArray x = normalised(images);
      return split(x, masks, pixels(x, hidden(masks)));
    }
  }

  /**
   * What the head is given for one square of an image.
   *
   * @param row of the square, counted in strides of the head
   * @param column of the square
   * @return [numFeatures]
   * @throws DataException when the model's channels are not those of pictures
   */
  float[] feature(RgbImage image, PatchMask mask, int row, int column) throws DataException {
    Encoder encoder = model.encoder();
    try (Scope scope = Scope.open();
        GradMode off = GradMode.off()) {
      NDArray x = normalised(List.of(image));
      NDArray tokens = encoder.tokens(x, hidden(List.of(mask)), Pass.INFERENCE);
      NDArray map = encoder.featureMap(tokens); // [1, C, h, w]
      int width = Math.toIntExact(map.getShape().get(3));
      int squares = Math.toIntExact(map.getShape().get(2)) * width;
      float[] all = Ops.floats(map);
      float[] feature = new float[encoder.numFeatures()];
      for (int i = 0; i < feature.length; i++) {
        feature[i] = all[i * squares + row * width + column];
      }
      return feature;
    }
  }

  /** Pictures to normalised images [B, C, H, W]. */
  private NDArray normalised(List<RgbImage> images) throws DataException {
    Normalization normalization = Normalization.forChannels(model.inChans());
    int channels = normalization.channels();
    int size = images.get(0).width();
    FloatBuffer pixels = FloatBuffer.allocate(images.size() * channels * size * size);
    images.forEach(image -> normalization.write(image, pixels));
    return engine.manager().create(pixels.array(), new Shape(images.size(), channels, size, size));
  }

  /** Masks to [B, h, w] float32, 1 = hidden. */
  private NDArray hidden(List<PatchMask> masks) {
    int grid = masks.get(0).width();
    FloatBuffer hidden = FloatBuffer.allocate(masks.size() * grid * grid);
    masks.forEach(mask -> mask.writeTo(hidden));
    return engine.manager().create(hidden.array(), new Shape(masks.size(), grid, grid));
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
