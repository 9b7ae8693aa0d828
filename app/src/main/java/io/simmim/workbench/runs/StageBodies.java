package io.simmim.workbench.runs;

import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.picture.PictureLoader;
import java.util.EnumMap;
import java.util.Map;

/** One body for each stage, built when it is first needed. */
final class StageBodies {

  private final Map<RunStage, StageBody> built = new EnumMap<>(RunStage.class);
  private final StripViewModel strip;
  private final PictureLoader loader;
  private final ChartFiles files;
  private ChartColors colors = ChartColors.LIGHT;

  StageBodies(StripViewModel strip, PictureLoader loader, ChartFiles files) {
    this.files = files;
    this.strip = strip;
    this.loader = loader;
  }

  StageBody of(RunStage stage) {
    return built.computeIfAbsent(stage, this::build);
  }

  void setColors(ChartColors now) {
    colors = now;
    built.values().forEach(body -> body.setColors(now));
  }

  private StageBody build(RunStage stage) {
    StageBody body =
        switch (stage) {
          case PRETRAIN -> new PretrainBody(strip, loader, files);
          case FINETUNE -> new FinetuneBody(files);
          case EVALUATE -> new MeasurementBody(Measurement::ofEvaluation);
          case THROUGHPUT -> new MeasurementBody(Measurement::ofThroughput);
        };
    body.setColors(colors);
    return body;
  }
}
