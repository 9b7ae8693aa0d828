package io.simmim.workbench.masks;

import io.simmim.core.image.RgbImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of the large pictures.
 *
 * @param image all of it, or what is left of the divider
 * @param behind what is right of the divider; empty where there is none
 */
public record StagePanel(String title, RgbImage image, Optional<RgbImage> behind) {

  private static final String MASKED = "Masked";
  private static final String ORIGINAL = "Original";
  private static final String FILLED = "Reconstruction";

  /** What is to be seen now, from left to right; empty without a picture. */
  static List<StagePanel> of(MasksViewModel model) {
    Optional<MaskedPicture> picture = model.pictureProperty().get();
    if (picture.isEmpty()) {
      return List.of();
    }
    return switch (model.modeProperty().get()) {
      case SIDE_BY_SIDE -> sideBySide(model, picture.get());
      case DIVIDER -> List.of(divided(model, picture.get()));
      case ERROR -> errors(model, picture.get());
    };
  }

  private static List<StagePanel> sideBySide(MasksViewModel model, MaskedPicture picture) {
    List<StagePanel> panels = new ArrayList<>();
    panels.add(single(MASKED, picture.masked()));
    for (ModelSlot slot : slots(model)) {
      panels.add(single(name(FILLED, model, slot), filled(model, slot, picture)));
    }
    panels.add(single(ORIGINAL, picture.original()));
    return panels;
  }

  private static StagePanel divided(MasksViewModel model, MaskedPicture picture) {
    List<ModelSlot> slots = slots(model);
    if (slots.isEmpty()) {
      return pair(MASKED, picture.masked(), ORIGINAL, picture.original());
    }
    ModelSlot last = slots.get(slots.size() - 1);
    RgbImage right = filled(model, last, picture);
    if (slots.size() == 1) {
      return pair(MASKED, picture.masked(), FILLED, right);
    }
    ModelSlot one = slots.get(0);
    return pair(name("", model, one), filled(model, one, picture), name("", model, last), right);
  }

  private static List<StagePanel> errors(MasksViewModel model, MaskedPicture picture) {
    List<ModelSlot> slots = slots(model);
    if (slots.isEmpty()) {
      return List.of(single(MASKED, picture.masked()));
    }
    List<StagePanel> panels = new ArrayList<>();
    if (slots.size() == 1) {
      panels.add(single(FILLED, filled(model, slots.get(0), picture)));
    }
    for (ModelSlot slot : slots) {
      RgbImage error =
          slot.filledProperty().get().map(f -> f.panels().error()).orElse(picture.masked());
      panels.add(single(name("Error", model, slot), error));
    }
    return panels;
  }

  /** Those that fill in, the first one before the second. */
  private static List<ModelSlot> slots(MasksViewModel model) {
    return List.of(model.first(), model.second()).stream()
        .filter(slot -> slot.stateProperty().get().isReady())
        .toList();
  }

  /** While the model is at work there is nothing but the mask to show. */
  private static RgbImage filled(MasksViewModel model, ModelSlot slot, MaskedPicture picture) {
    boolean combined = model.keepVisibleProperty().get();
    return slot.filledProperty()
        .get()
        .map(Filled::panels)
        .map(panels -> combined ? panels.combined() : panels.reconstruction())
        .orElse(picture.masked());
  }

  private static String name(String what, MasksViewModel model, ModelSlot slot) {
    if (slots(model).size() < 2) {
      return what;
    }
    String file = slot.stateProperty().get().file().map(ModelNames::brief).orElse("");
    return what.isEmpty() ? file : what + " by " + file;
  }

  /** A picture of its own. */
  public static StagePanel single(String title, RgbImage image) {
    return new StagePanel(title, image, Optional.empty());
  }

  private static StagePanel pair(String left, RgbImage image, String right, RgbImage behind) {
    return new StagePanel(left + "  |  " + right, image, Optional.of(behind));
  }

  /** The panel as one picture. */
  RgbImage flattened(double divider) {
    return behind.map(right -> joined(image, right, divider)).orElse(image);
  }

  private static RgbImage joined(RgbImage left, RgbImage right, double divider) {
    byte[] rgb = right.rgb().clone();
    int stride = right.width() * RgbImage.CHANNELS;
    int split = (int) Math.round(divider * right.width()) * RgbImage.CHANNELS;
    for (int start = 0; start < rgb.length; start += stride) {
      System.arraycopy(left.rgb(), start, rgb, start, split);
    }
    return new RgbImage(right.width(), right.height(), rgb);
  }
}
