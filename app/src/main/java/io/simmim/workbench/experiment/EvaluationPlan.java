package io.simmim.workbench.experiment;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.workbench.chart.Series;
import io.simmim.workbench.fx.InWords;
import java.util.List;
import java.util.Optional;

/**
 * What an evaluation will do.
 *
 * @param images empty while they are unknown
 * @param side of the square that the network sees, in pixels
 * @param crop whether it is cut from a larger picture
 */
public record EvaluationPlan(Optional<DataSet> images, int batch, int side, boolean crop)
    implements Plan {

  static EvaluationPlan of(ExperimentConfig config, Optional<DataSet> images) {
    return new EvaluationPlan(
        images, config.data().batchSize(), config.data().imgSize(), config.test().crop());
  }

  @Override
  public List<Row> rows() {
    return List.of(
        new Row(
            "images",
            "Images",
            images.map(set -> InWords.count(set.size())).orElse(InWords.NONE),
            "Each is counted exactly once, whatever the batch"),
        new Row(
            "classes",
            "Classes",
            images.map(set -> InWords.count(set.classes())).orElse(InWords.NONE),
            "Folders of the images, numbered by name"),
        new Row(
            "batches",
            "Batches",
            images.map(this::batches).orElse(InWords.NONE),
            "The last one may be smaller"),
        new Row(
            "view",
            "Image size",
            side + " px" + (crop ? ", centre crop" : ""),
            "With TEST.CROP the picture is shrunk to 256/224 of this size and its centre cut out"));
  }

  private String batches(DataSet set) {
    return InWords.count((set.size() + batch - 1) / batch) + "  (" + batch + " images)";
  }

  @Override
  public String shortage() {
    return "";
  }

  @Override
  public Optional<Series> schedule() {
    return Optional.empty();
  }
}
