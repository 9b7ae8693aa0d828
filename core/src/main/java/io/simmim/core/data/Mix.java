package io.simmim.core.data;

/** What becomes of one image that is mixed with another. */
sealed interface Mix {

  /** An image that stays as it is. */
  Mix NONE = new Blend(1);

  /** What it does, in words. */
  String inWords();

  /** Share of the image's own label in its target, 0..1. */
  double lam();

  /**
   * Mixes a plane of {@code width} columns into {@code out}; {@code own} and {@code other} stay.
   */
  void apply(float[] own, float[] other, float[] out, int width);

  /** Mixup: lam * own + (1 - lam) * other. */
  record Blend(double lam) implements Mix {
    @Override
    public String inWords() {
      return "blended";
    }

    @Override
    public void apply(float[] own, float[] other, float[] out, int width) {
      float ownShare = (float) lam;
      float otherShare = (float) (1 - lam);
      for (int i = 0; i < out.length; i++) {
        out[i] = own[i] * ownShare + other[i] * otherShare;
      }
    }
  }

  /** Cutmix: a box of the other image over the own one. */
  record Paste(CutBox box, double lam) implements Mix {
    @Override
    public String inWords() {
      return "%d × %d px at (%d, %d) replaced"
          .formatted(box.right() - box.left(), box.bottom() - box.top(), box.left(), box.top());
    }

    @Override
    public void apply(float[] own, float[] other, float[] out, int width) {
      System.arraycopy(own, 0, out, 0, out.length);
      for (int row = box.top(); row < box.bottom(); row++) {
        int from = row * width + box.left();
        System.arraycopy(other, from, out, from, box.right() - box.left());
      }
    }
  }
}
