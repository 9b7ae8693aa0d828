package io.simmim.core.image;

import java.util.function.Supplier;

/**
 * Looks on while a transform works, stage by stage. It changes nothing and draws no random number,
 * so a picture that is looked at becomes what the same picture becomes in training.
 */
public interface Onlooker {

  /** Training: nobody looks, and nothing is made to be looked at. */
  Onlooker NOBODY = (title, caption, picture) -> {};

  /**
   * Is told of a stage just done.
   *
   * @param title what the stage is
   * @param caption what it did to this picture, one line with its real parameters
   * @param picture the picture after it; to be asked for before this call returns
   */
  void sees(String title, Supplier<String> caption, Supplier<RgbImage> picture);
}
