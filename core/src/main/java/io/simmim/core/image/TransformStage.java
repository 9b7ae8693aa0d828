package io.simmim.core.image;

import java.util.List;

/**
 * One stage of what becomes of a picture before the network sees it.
 *
 * @param title what the stage is
 * @param caption what it did to this picture, one line with its real parameters
 * @param image the picture after it
 */
public record TransformStage(String title, String caption, RgbImage image) {

  /** An onlooker that keeps every stage, in order. */
  public static Onlooker into(List<TransformStage> stages) {
    return (title, caption, picture) ->
        stages.add(new TransformStage(title, caption.get(), picture.get()));
  }
}
