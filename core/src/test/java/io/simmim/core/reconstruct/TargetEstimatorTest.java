package io.simmim.core.reconstruct;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.reconstruct.TargetEstimate.Verdict;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.testing.BriefTraining;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Small models that are really trained, on other pictures than they are judged by. */
class TargetEstimatorTest {

  private TorchEngine engine;

  @BeforeEach
  void start() throws Exception {
    engine = TorchEngine.start("cpu");
    engine.enterThread(true);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private TargetEstimate estimate(ExperimentConfig config, int steps) throws Exception {
    Map<String, Object> weights = new BriefTraining(engine).trained(config, steps);
    return new TargetEstimator(engine).estimate(config, weights);
  }

  @Test
  void tellsWhatAModelWasTrainedOn() throws Exception {
    assertEquals(Verdict.RAW, estimate(BriefTraining.config(false), 40).verdict());
    assertEquals(Verdict.NORMALIZED, estimate(BriefTraining.config(true), 150).verdict());
  }

  @Test
  void whatTheConfigurationSaysDoesNotMatter() throws Exception {
    Map<String, Object> weights =
        new BriefTraining(engine).trained(BriefTraining.config(false), 40);
    TargetEstimator estimator = new TargetEstimator(engine);
    assertEquals(
        estimator.estimate(BriefTraining.config(false), weights),
        estimator.estimate(BriefTraining.config(true), weights));
  }

  @Test
  void aModelThatIsNotTrainedIsNotJudged() throws Exception {
    assertEquals(Verdict.CANNOT_TELL, estimate(BriefTraining.config(false), 0).verdict());
    assertEquals(Verdict.CANNOT_TELL, estimate(BriefTraining.config(true), 2).verdict());
  }

  @Test
  void aModelOfOtherImagesThanPicturesIsNotJudged() throws Exception {
    ExperimentConfig five = BriefTraining.config(false).with("MODEL.VIT.IN_CHANS", 5L);
    assertEquals(
        TargetEstimate.notMeasured(), new TargetEstimator(engine).estimate(five, Map.of()));
  }

  @Test
  void aModelThatClaimsHugeImagesIsNotBuilt() throws Exception {
    ExperimentConfig huge = BriefTraining.config(false).with("DATA.IMG_SIZE", 1L << 14);
    assertEquals(
        TargetEstimate.notMeasured(), new TargetEstimator(engine).estimate(huge, Map.of()));
  }
}
