package io.simmim.core.cli;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.image.CenterSquare;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.Normalization;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.model.SimMim;
import io.simmim.core.reconstruct.LoadedModel;
import io.simmim.core.reconstruct.Reconstruction;
import io.simmim.core.reconstruct.ReconstructionFiles;
import io.simmim.core.reconstruct.Reconstructor;
import io.simmim.core.tensor.Npz;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reconstructs files one by one and says how well it went. */
final class ReconstructionJob {

  private final TorchEngine engine;
  private final ExperimentConfig config;
  private final Reconstructor reconstructor;
  private final ReconstructionFiles files;
  private final PrintWriter printer;

  ReconstructionJob(TorchEngine engine, LoadedModel model, Path out, PrintWriter printer) {
    this.engine = engine;
    this.config = model.config();
    this.reconstructor = model.reconstructor();
    this.files = new ReconstructionFiles(engine.manager(), out);
    this.printer = printer;
  }

  void run(List<Path> images, MaskSource masks) throws DataException {
    OutputNames names = new OutputNames();
    for (Path image : images) {
      String name = names.of(image);
      if (image.toString().toLowerCase(Locale.ROOT).endsWith(".npz")) {
        batch(image, name);
      } else {
        picture(image, name, masks);
      }
      printer.flush();
    }
  }

  private void picture(Path file, String name, MaskSource masks) throws DataException {
    int size = config.data().imgSize();
    RgbImage image = new CenterSquare(size).apply(new ImageDecoder().decode(file));
    PatchMask mask = masks.mask(engine, size / config.model().patchSize());
    Reconstruction result = reconstructor.reconstruct(List.of(image), List.of(mask)).get(0);
    Path figure = files.write(name, result);
    printer.printf(
        Locale.ROOT,
        "%s: loss %.4f, PSNR %.2f dB on hidden pixels, figure %s%n",
        file,
        result.loss(),
        result.psnr(),
        figure);
  }

  private void batch(Path file, String name) throws DataException {
    try (Scope scope = Scope.open()) {
      Map<String, NDArray> arrays = Npz.read(engine.manager(), file);
      NDArray x = arrays.get("x");
      NDArray mask = arrays.get("mask");
      check(file, x, mask);
      List<PatchMask> masks = patchMasks(file, mask);
      NDArray hidden = mask.toType(DataType.FLOAT32, false);
      SimMim.Output output = reconstructor.forward(x, hidden);
      Map<String, NDArray> results = new LinkedHashMap<>();
      results.put("image", x);
      results.put("mask", mask);
      results.put("reconstruction", output.reconstruction());
      results.put("loss", output.loss());
      Path written = files.writeArrays(name, results);
      printer.printf(
          Locale.ROOT,
          "%s: loss %.6f%s on hidden pixels over a batch of %d, arrays %s%n",
          file,
          Ops.scalar(output.loss()),
          psnr(x, hidden, masks),
          x.getShape().get(0),
          written);
    }
  }

  // Only of what can be shown as a picture.
  private String psnr(NDArray x, NDArray hidden, List<PatchMask> masks) {
    if (!Normalization.hasPictures(config.model().inChans())) {
      return "";
    }
    NDArray pixels = reconstructor.pixels(x, hidden);
    double psnr = Reconstruction.psnr(Reconstructor.split(x, masks, pixels));
    return String.format(Locale.ROOT, ", PSNR %.2f dB", psnr);
  }

  private static List<PatchMask> patchMasks(Path file, NDArray mask) throws DataException {
    List<PatchMask> masks = new ArrayList<>();
    for (long i = 0; i < mask.getShape().get(0); i++) {
      masks.add(MaskSource.patchMask(file, mask.get(i)));
    }
    return masks;
  }

  private void check(Path file, NDArray x, NDArray mask) throws DataException {
    int size = config.data().imgSize();
    int grid = size / config.model().patchSize();
    long batch = x == null || x.getShape().isScalar() ? 0 : x.getShape().get(0);
    Shape images = new Shape(batch, config.model().inChans(), size, size);
    Shape masks = new Shape(batch, grid, grid);
    if (x == null
        || mask == null
        || !x.getShape().equals(images)
        || !mask.getShape().equals(masks)
        || x.getDataType() != DataType.FLOAT32) {
      throw new DataException(
          "File '%s' must hold x [B,%d,%d,%d] as float32 and mask [B,%d,%d] for this model."
              .formatted(file, config.model().inChans(), size, size, grid, grid));
    }
  }
}
