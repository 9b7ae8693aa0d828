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
   * @param side width and height in pixels, at least 8
   */
  public RgbImage draw(int side, long seed) {
    if (side < 8) {
      throw new IllegalArgumentException("expected a side of at least 8 pixels, got " + side);
    }
    SplittableRandom rng = new SplittableRandom(seed);
    Scene scene = composer.apply(rng);
    return Film.loaded(rng).expose(scene, side, rng.nextLong());
  }
}
