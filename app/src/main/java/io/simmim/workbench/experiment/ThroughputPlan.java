package io.simmim.workbench.experiment;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.workbench.chart.Series;
import io.simmim.workbench.fx.InWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a measurement of speed will do.
 *
 * @param side of the images, in pixels
 */
public record ThroughputPlan(String model, int batch, int side, int classes, String precision)
    implements Plan {

  static ThroughputPlan of(ExperimentConfig config) {
    return new ThroughputPlan(
        config.model().type().yamlName(),
        config.data().batchSize(),
        config.data().imgSize(),
        config.model().numClasses(),
        config.precision().name().toLowerCase(Locale.ROOT));
  }

  @Override
  public List<Row> rows() {
    return List.of(
        new Row("model", "Model", model, "MODEL.TYPE, as a classifier"),
        new Row("classes", "Classes", InWords.count(classes), "MODEL.NUM_CLASSES"),
        new Row("batch", "Batch", InWords.count(batch) + " images", "They go through it together"),
        new Row("view", "Image size", side + " px", "DATA.IMG_SIZE"),
        new Row("precision", "Precision", precision, "PRECISION"));
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
