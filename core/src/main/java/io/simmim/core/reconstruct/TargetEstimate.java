package io.simmim.core.reconstruct;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.inspect.CheckpointConfig;
import java.util.Locale;

/**
 * Whether a model was trained to predict raw pixels or pixels normalised by their surroundings
 * (MODEL.SIMMIM.NORM_TARGET), judged by what it predicts.
 *
 * <p>Two things part the two. When a picture is made brighter, raw pixels change as much and
 * normalised ones do not, so the predictions of a trained model follow or stay. And its mean
 * absolute error on hidden pixels must beat the best constant's against its own target. A model
 * that does neither clearly, as one that is hardly trained, is not judged.
 *
 * @param rawError error against raw pixels over that of a constant; 0 is perfect, NaN when nothing
 *     could be measured
 * @param normalizedError the same against normalised pixels
 * @param follows share of a change in brightness that shows in the predictions
 * @param pictures how many were shown to it
 */
public record TargetEstimate(
    Verdict verdict, double rawError, double normalizedError, double follows, int pictures) {

  static final String ENABLE = CheckpointConfig.NORM_TARGET;
  static final String PATCH_SIZE = "MODEL.SIMMIM.NORM_TARGET.PATCH_SIZE";

  /** Side of the window in the official configurations; targets of others are much the same. */
  static final long OFFICIAL_WINDOW = 47;

  // Swin, Swin V2 and ViT, trained for 18 to 750 steps on either target, lie clear of all four.
  private static final double FOLLOWS = 0.5;
  private static final double STAYS = 0.4;
  private static final double GOOD_RAW_ERROR = 0.9;
  private static final double GOOD_NORMALIZED_ERROR = 0.97;

  /** What was found. */
  public enum Verdict {
    RAW("raw pixels"),
    NORMALIZED("normalised pixels"),
    CANNOT_TELL("cannot be told");

    private final String text;

    Verdict(String text) {
      this.text = text;
    }

    /** As a phrase. */
    public String text() {
      return text;
    }
  }

  static TargetEstimate of(double rawError, double normalizedError, double follows, int pictures) {
    return new TargetEstimate(
        verdict(rawError, normalizedError, follows), rawError, normalizedError, follows, pictures);
  }

  /** Of a model that pictures cannot be shown to. */
  static TargetEstimate notMeasured() {
    return of(Double.NaN, Double.NaN, Double.NaN, 0);
  }

  // NaN, of broken weights, is never smaller or larger.
  private static Verdict verdict(double rawError, double normalizedError, double follows) {
    if (follows > FOLLOWS && rawError < GOOD_RAW_ERROR && rawError < normalizedError) {
      return Verdict.RAW;
    }
    boolean normalized = follows < STAYS && normalizedError < GOOD_NORMALIZED_ERROR;
    return normalized ? Verdict.NORMALIZED : Verdict.CANNOT_TELL;
  }

  /** The configuration with this target; with raw pixels when it cannot be told. */
  public ExperimentConfig in(ExperimentConfig config) {
    return verdict == Verdict.NORMALIZED
        ? config.with(ENABLE, true).with(PATCH_SIZE, OFFICIAL_WINDOW)
        : config.with(ENABLE, false);
  }

  /** Verdict and reason in one sentence without a full stop. */
  public String sentence() {
    if (pictures == 0) {
      return "cannot be told: this model takes no pictures, by their channels, or too large ones";
    }
    if (Double.isNaN(rawError)) {
      return "cannot be told: its predictions are no numbers";
    }
    String reason =
        String.format(
            Locale.ROOT,
            "its predictions of %d drawn pictures follow brightness by %.0f %%, and its error on"
                + " hidden pixels is %.0f %% of a constant's against raw pixels, %.0f %% against"
                + " normalised ones",
            pictures,
            100 * Math.max(0, follows),
            100 * rawError,
            100 * normalizedError);
    return verdict == Verdict.CANNOT_TELL
        ? "cannot be told: " + reason + ", as of a model that is hardly trained"
        : verdict.text() + " by estimate: " + reason;
  }
}
