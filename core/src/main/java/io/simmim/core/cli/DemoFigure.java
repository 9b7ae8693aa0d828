package io.simmim.core.cli;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.data.ImageFolder;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.image.CenterSquare;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.ImageEncoder;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.reconstruct.Figure;
import io.simmim.core.reconstruct.LoadedModel;
import io.simmim.core.reconstruct.ModelLoader;
import io.simmim.core.reconstruct.Panels;
import io.simmim.core.reconstruct.Reconstruction;
import io.simmim.core.tensor.TorchEngine;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One figure with an image of every class of a folder, reconstructed by a checkpoint. */
record DemoFigure(Path checkpoint, Path folder, String device) {

  void write(Path figure, PrintWriter out) throws SimMimException {
    try (ModelLoader loader = ModelLoader.start(device);
        LoadedModel model = loader.load(checkpoint)) {
      ExperimentConfig config = model.config();
      List<RgbImage> images = images(config.data().imgSize());
      List<PatchMask> masks = masks(loader.engine(), config, images);
      List<Reconstruction> results = model.reconstructor().reconstruct(images, masks);
      ImageEncoder.png().write(Figure.of(results.stream().map(Panels::of).toList()), figure);
      out.printf(
          Locale.ROOT,
          "mean loss %.4f, PSNR %.2f dB on the hidden pixels of %d images%n",
          results.stream().mapToDouble(Reconstruction::loss).average().orElseThrow(),
          Reconstruction.psnr(results),
          results.size());
    }
  }

  private List<RgbImage> images(int size) throws SimMimException {
    ImageFolder all = ImageFolder.scan(folder);
    ImageDecoder decoder = new ImageDecoder();
    List<RgbImage> images = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i == 0 || all.label(i) != all.label(i - 1)) {
        images.add(new CenterSquare(size).apply(decoder.decode(all.file(i))));
      }
    }
    return images;
  }

  private static List<PatchMask> masks(
      TorchEngine engine, ExperimentConfig config, List<RgbImage> images) {
    int grid = config.data().imgSize() / config.model().patchSize();
    List<PatchMask> masks = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      masks.add(new MaskSource.Random(config, i).mask(engine, grid));
    }
    return masks;
  }
}
