package io.simmim.workbench.experiment;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.stats.ModelStats;
import io.simmim.workbench.chart.Series;
import io.simmim.workbench.fx.InWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a pre-training will do.
 *
 * @param model what is trained
 * @param images that are trained on, 0 if unknown
 * @param tokens tokens of one image in the first layer
 * @param hiddenTokens how many of them the mask hides in every image
 * @param realRatio ceil(n r) / n for n mask patches and the wanted ratio r
 */
public record PretrainPlan(
    ModelSize model,
    int images,
    int tokens,
    int hiddenTokens,
    double realRatio,
    TrainingSteps steps)
    implements Plan {

  /**
   * The plan on one device.
   *
   * @param images size of the data set, 0 if unknown
   * @throws IllegalArgumentException if the mask of the configuration does not fit its image
   */
  public static PretrainPlan of(ExperimentConfig config, int images) {
    MaskGenerator mask = MaskGenerator.of(config);
    int cell = mask.maskPatchSize() / mask.modelPatchSize();
    return new PretrainPlan(
        ModelSize.of(config, ModelStats.of(config).pretrainingParameters()),
        images,
        mask.gridSize() * mask.gridSize(),
        mask.hiddenMaskPatches() * cell * cell,
        mask.realRatio(),
        TrainingSteps.of(config, images));
  }

  @Override
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(model.row());
    rows.add(
        new Row(
            "hidden",
            "Hidden tokens",
            InWords.count(hiddenTokens)
                + " of "
                + InWords.count(tokens)
                + String.format(Locale.ROOT, "  (%.1f %%)", 100 * realRatio),
            "Of the patches that the first layer sees; whole mask squares are hidden, rounded up:"
                + " ceil(n r) of n"));
    rows.addAll(steps.rows());
    return rows;
  }

  @Override
  public String shortage() {
    return images > 0 && steps.perEpoch() == 0
        ? "The images do not fill one batch; lower DATA.BATCH_SIZE or add images."
        : "";
  }

  @Override
  public Optional<TrainingSteps> training() {
    return Optional.of(steps);
  }

  @Override
  public Optional<Series> schedule() {
    return Optional.of(steps.schedule());
  }
}
