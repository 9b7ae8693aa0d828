package io.simmim.core.train;

import io.simmim.core.data.ImageFolder;
import io.simmim.core.fault.DataException;
import io.simmim.core.image.CenterSquare;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.mask.PatchMask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An image with a mask that every checkpoint of a run reconstructs, so that pictures are comparable
 * over time.
 */
record Probe(RgbImage image, PatchMask mask) {

  private static final Logger LOG = LoggerFactory.getLogger(Probe.class);

  /**
   * Up to {@code count} readable images spread evenly over the folder, each with the mask that
   * {@code seed} gives it.
   */
  static List<Probe> choose(
      ImageFolder folder,
      int count,
      int imgSize,
      MaskGenerator masks,
      long seed,
      ImageDecoder decoder) {
    List<Path> files = folder.files();
    List<Probe> probes = new ArrayList<>();
    int wanted = Math.min(count, files.size());
    for (int i = 0; i < wanted; i++) {
      int from = (int) ((long) i * files.size() / wanted);
      int to = (int) ((long) (i + 1) * files.size() / wanted);
      PatchMask mask = masks.generate(new SplittableRandom(seed + i));
      firstReadable(files.subList(from, to), imgSize, decoder)
          .ifPresent(image -> probes.add(new Probe(image, mask)));
    }
    return List.copyOf(probes);
  }

  // The loader meets an unreadable file as well, and reports it.
  private static Optional<RgbImage> firstReadable(
      List<Path> files, int imgSize, ImageDecoder decoder) {
    for (Path file : files) {
      try {
        return Optional.of(new CenterSquare(imgSize).apply(decoder.decode(file)));
      } catch (DataException e) {
        LOG.debug("no probe: {}", e.getMessage());
      }
    }
    return Optional.empty();
  }
}
