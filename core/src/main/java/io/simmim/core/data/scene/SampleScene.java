package io.simmim.core.data.scene;

import io.simmim.core.image.RgbImage;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** The kinds of pictures that the program can draw. */
public enum SampleScene {
  AURORA_SNOW(AuroraSnow::new),
  CITY_AT_DUSK(CityAtDusk::new),
  DESERT_DUNES(DesertDunes::new),
  FIELDS_AND_CLOUDS(FieldsAndClouds::new),
  FLOWER_MEADOW(FlowerMeadow::new),
  FOREST(Forest::new),
  MISTY_MOUNTAINS(MistyMountains::new),
  STILL_LIFE(StillLife::new),
  STONE_WALL(StoneWall::new),
  SUNSET_SEA(SunsetSea::new),
  UNDERWATER(Underwater::new);

  /** Smallest side of a picture in pixels. */
  public static final int MIN_SIDE = 8;

  private final Function<RandomGenerator, Scene> composer;

  SampleScene(Function<RandomGenerator, Scene> composer) {
    this.composer = composer;
  }

  /** Name of the class folder, such as {@code sunset_sea}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Draws a picture of this kind; the same seed gives the same picture.
   *
   * @param side width and height in pixels, at least {@link #MIN_SIDE}
   */
  public RgbImage draw(int side, long seed) {
    if (side < MIN_SIDE) {
      throw new IllegalArgumentException(
          "expected a side of at least " + MIN_SIDE + " pixels, got " + side);
    }
    SplittableRandom rng = new SplittableRandom(seed);
    Scene scene = composer.apply(rng);
    return Film.loaded(rng).expose(scene, side, rng.nextLong());
  }
}
