package io.simmim.core.reconstruct;

/** Adds up what a model made of pictures, each once bright and once dark. */
final class TargetTrial {

  private final RelativeError raw = new RelativeError();
  private final RelativeError normalized = new RelativeError();
  private double followed;
  private double changed;
  private int pictures;

  /** One picture in its two exposures with the same pixels hidden. */
  void add(HiddenValues bright, HiddenValues dark) {
    for (HiddenValues one : new HiddenValues[] {bright, dark}) {
      raw.add(one.predicted(), one.raw());
      normalized.add(one.predicted(), one.normalized());
    }
    double change = HiddenValues.mean(bright.raw()) - HiddenValues.mean(dark.raw());
    double answer = HiddenValues.mean(bright.predicted()) - HiddenValues.mean(dark.predicted());
    followed += answer * change;
    changed += change * change;
    pictures++;
  }

  int pictures() {
    return pictures;
  }

  TargetEstimate estimate() {
    return TargetEstimate.of(raw.value(), normalized.value(), followed / changed, pictures);
  }
}
