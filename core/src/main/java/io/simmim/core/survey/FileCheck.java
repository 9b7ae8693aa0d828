package io.simmim.core.survey;

import io.simmim.core.fault.DataException;
import io.simmim.core.image.HeaderReader;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.PictureHeader;
import io.simmim.core.image.RgbImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Looks into one image file. Its head is enough while nothing is suspicious about it; what training
 * refuses is decided by its own decoder.
 *
 * @param everything decode every file, however healthy its head looks
 * @param imgSize side of the network's input in pixels
 */
record FileCheck(ImageDecoder decoder, boolean everything, int imgSize) {

  private static final double LONGEST = 4;

  /** What was found of a file. */
  record Finding(Optional<PictureHeader> header, List<Remark> remarks) {}

  /** Something to say of it, without its name. */
  record Remark(FileProblem.Kind kind, String reason) {}

  Finding look(Path file, long bytes) {
    if (bytes == 0) {
      return new Finding(Optional.empty(), List.of(refused("is empty: it has 0 bytes")));
    }
    try {
      Optional<PictureHeader> header = HeaderReader.read(file);
      boolean sound =
          header.isPresent()
              && header.get().ends()
              && (long) header.get().width() * header.get().height() <= decoder.maxPixels();
      if (everything || !sound) {
        RgbImage image = decoder.decode(file);
        header = header.or(() -> Optional.of(unknown(image)));
      }
      return new Finding(header, header.map(head -> oddities(head, file)).orElse(List.of()));
    } catch (DataException e) {
      return new Finding(Optional.empty(), List.of(refused(predicate(e.getMessage(), file))));
    }
  }

  private static PictureHeader unknown(RgbImage image) {
    return new PictureHeader("OTHER", image.width(), image.height(), false, true);
  }

  private List<Remark> oddities(PictureHeader header, Path file) {
    List<Remark> odd = new ArrayList<>();
    if (header.shorterSide() < imgSize) {
      odd.add(
          new Remark(
              FileProblem.Kind.SMALL,
              "has %d × %d px, smaller than the %d px of DATA.IMG_SIZE: it is enlarged"
                  .formatted(header.width(), header.height(), imgSize)));
    }
    if (header.aspect() > LONGEST) {
      odd.add(
          odd(
              String.format(
                  Locale.ROOT,
                  "has %d × %d px, %.1f times as long as wide: crops show only a part of it",
                  header.width(),
                  header.height(),
                  header.aspect())));
    }
    if (header.inks()) {
      odd.add(odd("has the four inks of print (CMYK): its colours may look different as RGB"));
    }
    if (!header.suits(file.getFileName().toString())) {
      odd.add(
          odd(
              "is a %s file under another name: it is read all the same"
                  .formatted(header.format())));
    }
    return odd;
  }

  private static Remark odd(String reason) {
    return new Remark(FileProblem.Kind.ODD, reason);
  }

  private static Remark refused(String reason) {
    return new Remark(FileProblem.Kind.REFUSED, reason);
  }

  /** The decoder's sentence without its subject, which is shown beside it. */
  private static String predicate(String sentence, Path file) {
    String rest = sentence.replace("The image " + file + " ", "").replace(file + " ", "");
    return rest.replaceFirst("\\.$", "");
  }
}
