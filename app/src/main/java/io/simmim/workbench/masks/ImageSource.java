package io.simmim.workbench.masks;

import io.simmim.core.data.scene.SampleScene;
import io.simmim.core.fault.DataException;
import io.simmim.core.image.CenterSquare;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.RgbImage;
import java.nio.file.Path;
import java.util.Locale;

/** Where the picture comes from. */
public sealed interface ImageSource {

  /** What to call it. */
  String name();

  /** How it is remembered; empty if it cannot be found again. */
  String address();

  /**
   * The picture's central square.
   *
   * @param side in pixels
   * @throws DataException if it cannot be read
   */
  RgbImage square(int side) throws DataException;

  /** A picture file of any format that the program reads, turned the way its camera was held. */
  record File(Path path) implements ImageSource {

    @Override
    public String name() {
      return path.getFileName().toString();
    }

    @Override
    public String address() {
      return path.toString();
    }

    @Override
    public RgbImage square(int side) throws DataException {
      return new CenterSquare(side).apply(new ImageDecoder(true).decode(path));
    }
  }

  /** A picture that the program draws. */
  record Drawn(SampleScene scene) implements ImageSource {

    private static final String SCHEME = "scene:";
    private static final long SEED = 7;

    @Override
    public String name() {
      String words = scene.label().replace('_', ' ');
      return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    @Override
    public String address() {
      return SCHEME + scene.name();
    }

    @Override
    public RgbImage square(int side) {
      return scene.draw(side, SEED);
    }
  }

  /** A picture that was on the clipboard. */
  record Pasted(RgbImage image) implements ImageSource {

    @Override
    public String name() {
      return "Pasted picture";
    }

    @Override
    public String address() {
      return "";
    }

    @Override
    public RgbImage square(int side) {
      return new CenterSquare(side).apply(image);
    }
  }

  /** The source with that address; a drawn picture where there is none. */
  static ImageSource of(String address) {
    for (SampleScene scene : SampleScene.values()) {
      ImageSource drawn = new Drawn(scene);
      if (drawn.address().equals(address)) {
        return drawn;
      }
    }
    return address.isEmpty() || address.startsWith(Drawn.SCHEME)
        ? new Drawn(SampleScene.FLOWER_MEADOW)
        : new File(Path.of(address));
  }
}
