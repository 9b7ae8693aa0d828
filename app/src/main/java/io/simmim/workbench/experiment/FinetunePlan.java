package io.simmim.workbench.experiment;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.workbench.chart.Series;
import io.simmim.workbench.fx.InWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a fine-tuning will do.
 *
 * @param images empty while they are unknown
 */
public record FinetunePlan(Optional<DataSet> images, TrainingSteps steps) implements Plan {

  static FinetunePlan of(ExperimentConfig config, Optional<DataSet> images) {
    int size = images.map(DataSet::size).orElse(0);
    return new FinetunePlan(images, TrainingSteps.of(config, size));
  }

  @Override
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
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
