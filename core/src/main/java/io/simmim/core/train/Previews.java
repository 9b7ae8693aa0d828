package io.simmim.core.train;

import io.simmim.core.fault.DataException;
import io.simmim.core.image.ImageEncoder;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.reconstruct.Panels;
import io.simmim.core.reconstruct.Reconstruction;
import io.simmim.core.reconstruct.Reconstructor;
import io.simmim.core.run.RunFolder;
import java.nio.file.Files;
import java.util.List;

/** Writes the probe images and what the current weights make of them into the run folder. */
final class Previews {

  private final Reconstructor reconstructor;
  private final List<Probe> probes;
  private final RunFolder folder;
  private final ImageEncoder png = ImageEncoder.png();

  Previews(Reconstructor reconstructor, List<Probe> probes, RunFolder folder) {
    this.reconstructor = reconstructor;
    this.probes = probes;
    this.folder = folder;
  }

  int size() {
    return probes.size();
  }

  /** The originals and what is hidden of them, once per run. */
  void writeProbes() throws DataException {
    for (int i = 0; i < probes.size(); i++) {
      Probe probe = probes.get(i);
      png.write(probe.image(), folder.probeOriginal(i));
      png.write(Panels.masked(probe.image(), probe.mask()), folder.probeMasked(i));
    }
  }

  /**
   * Reconstructs all probes.
   *
   * @return mean loss over them
   */
  double write(int epoch) throws DataException {
    if (!Files.exists(folder.probeOriginal(0))) {
      writeProbes(); // somebody deleted the folder
    }
    List<RgbImage> images = probes.stream().map(Probe::image).toList();
    List<PatchMask> masks = probes.stream().map(Probe::mask).toList();
    List<Reconstruction> results = reconstructor.reconstruct(images, masks);
    for (int i = 0; i < results.size(); i++) {
      Panels panels = Panels.of(results.get(i));
      png.write(panels.reconstruction(), folder.probeReconstruction(epoch, i));
      png.write(panels.combined(), folder.probeCombined(epoch, i));
      png.write(panels.error(), folder.probeError(epoch, i));
    }
    return results.stream().mapToDouble(Reconstruction::loss).average().orElse(Double.NaN);
  }
}
