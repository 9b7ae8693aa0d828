package io.simmim.core.data;

import io.simmim.core.fault.DataException;
import io.simmim.core.image.HeaderReader;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.Onlooker;
import io.simmim.core.image.RgbImage;
import java.nio.file.Path;

/** The first stage of every picture: its file is decoded. */
final class DecodedStage {

  private DecodedStage() {}

  static RgbImage decode(Path file, ImageDecoder decoder, Onlooker onlooker) throws DataException {
    RgbImage image = decoder.decode(file);
    String format =
        HeaderReader.read(file)
            .map(head -> head.format() + (head.inks() ? " with four inks" : ""))
            .orElse("picture");
    onlooker.sees(
        "Decode",
        () -> "%s, %d × %d px, as RGB".formatted(format, image.width(), image.height()),
        () -> image);
    return image;
  }
}
