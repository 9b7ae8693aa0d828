package io.simmim.core.cli;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.image.CenterSquare;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.model.SimMim;
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

  ReconstructionJob(
      TorchEngine engine, SimMim model, ExperimentConfig config, Path out, PrintWriter printer) {
    this.engine = engine;
    this.config = config;
    this.reconstructor = new Reconstructor(engine, model);
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
      SimMim.Output output = reconstructor.forward(x, mask.toType(DataType.FLOAT32, false));
      Map<String, NDArray> results = new LinkedHashMap<>();
      results.put("image", x);
      results.put("mask", mask);
      results.put("reconstruction", output.reconstruction());
      results.put("loss", output.loss());
      Path written = files.writeArrays(name, results);
      double psnr = Reconstruction.psnr(Reconstructor.split(x, masks, output.reconstruction()));
      printer.printf(
          Locale.ROOT,
          "%s: loss %.6f, PSNR %.2f dB on hidden pixels over a batch of %d, arrays %s%n",
          file,
          Ops.scalar(output.loss()),
          psnr,
          x.getShape().get(0),
          written);
    }
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
