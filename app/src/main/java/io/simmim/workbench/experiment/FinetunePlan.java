package io.simmim.workbench.experiment;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.stats.ModelStats;
import io.simmim.workbench.chart.Series;
import io.simmim.workbench.fx.InWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a fine-tuning will do.
 *
 * @param model what is trained
 * @param images empty while they are unknown
 */
public record FinetunePlan(ModelSize model, Optional<DataSet> images, TrainingSteps steps)
    implements Plan {

  static FinetunePlan of(ExperimentConfig config, Optional<DataSet> images) {
    int size = images.map(DataSet::size).orElse(0);
    ExperimentConfig real =
        images.map(set -> config.with("MODEL.NUM_CLASSES", set.classes())).orElse(config);
    long parameters = ModelStats.of(real).classifierParameters();
    return new FinetunePlan(
        ModelSize.of(config, parameters), images, TrainingSteps.of(config, size));
  }

  @Override
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(model.row());
    rows.add(
        new Row(
            "classes",
            "Classes",
            images.map(set -> InWords.count(set.classes())).orElse(InWords.NONE),
            "Folders of the training images; they decide, not MODEL.NUM_CLASSES"));
    rows.add(
        new Row(
            "images",
            "Train / validate",
            images
                .map(set -> InWords.count(set.size()) + " / " + InWords.count(set.validation()))
                .orElse(InWords.NONE),
            "Without a folder val, a tenth of each class is held out to measure the accuracy on"));
    rows.addAll(steps.rows());
    return rows;
  }

  @Override
  public String shortage() {
    return images.isPresent() && steps.perEpoch() == 0
        ? "The training images do not fill one batch; lower DATA.BATCH_SIZE or add images."
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
