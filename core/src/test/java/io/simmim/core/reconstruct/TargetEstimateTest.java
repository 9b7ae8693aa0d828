package io.simmim.core.reconstruct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.SimMimConfig.NormTarget;
import io.simmim.core.reconstruct.TargetEstimate.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetEstimateTest {

  private static TargetEstimate estimate(double raw, double normalized, double follows) {
    return TargetEstimate.of(raw, normalized, follows, 11);
  }

  /** Numbers of real models, trained on photographs for so many steps. */
  @ParameterizedTest
  @CsvSource({
    "0.673, 1.280, 0.626, RAW", // Swin, raw, 37
    "0.634, 1.337, 0.850, RAW", // ViT, raw, 37
    "0.271, 1.518, 1.028, RAW", // Swin V2, raw, 370
    "0.251, 1.614, 1.017, RAW", // Swin of 192 pixels, raw, 378
    "0.890, 0.953, 0.131, NORMALIZED", // Swin, normalised, 111
    "0.931, 0.897, 0.064, NORMALIZED", // Swin, normalised, 259
    "0.908, 1.043, 0.159, CANNOT_TELL", // Swin, normalised, 37
    "0.828, 1.024, 0.253, CANNOT_TELL", // ViT, normalised, 444, little better than at its start
    "0.910, 1.219, 0.289, CANNOT_TELL", // Swin of 192 pixels, raw, 18
    "1.153, 1.216, 0.003, CANNOT_TELL", // ViT, random weights
    "NaN, NaN, NaN, CANNOT_TELL"
  })
  void bothPiecesOfEvidenceMustAgree(
      double raw, double normalized, double follows, Verdict expected) {
    assertEquals(expected, estimate(raw, normalized, follows).verdict());
  }

  @Test
  void theSentenceHasTheNumbersAndSaysThatItIsAnEstimate() {
    String sentence = estimate(0.271, 1.518, 1.028).sentence();
    assertTrue(sentence.startsWith("raw pixels by estimate: "), sentence);
    assertTrue(sentence.contains("103 %") && sentence.contains("27 %"), sentence);
    assertTrue(sentence.contains("152 %"), sentence);
    assertTrue(estimate(1.153, 1.216, 0).sentence().contains("hardly trained"));
    String none = TargetEstimate.notMeasured().sentence();
    assertFalse(none.contains("NaN"), none);
  }

  @Test
  void onlyANormalizedTargetIsShownAsOne() {
    ExperimentConfig config = ExperimentConfig.defaults();
    NormTarget normalized = estimate(0.931, 0.897, 0.064).in(config).model().simmim().normTarget();
    assertEquals(new NormTarget(true, 47), normalized);
    assertFalse(estimate(1, 1, 0).in(config).model().simmim().normTarget().enable());
    assertFalse(estimate(0.3, 1.5, 1).in(config).model().simmim().normTarget().enable());
  }
}
