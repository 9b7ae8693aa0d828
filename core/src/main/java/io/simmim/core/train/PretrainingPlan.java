package io.simmim.core.train;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.data.BatchLoader;
import io.simmim.core.data.DataSplit;
import io.simmim.core.data.ImageFolder;
import io.simmim.core.fault.DataException;
import io.simmim.core.image.Normalization;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.model.Models;
import io.simmim.core.model.SimMim;
import io.simmim.core.reconstruct.Reconstructor;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunFolder;
import io.simmim.core.tensor.TorchEngine;
import java.util.List;

/** Pre-training on the images of a folder. */
record PretrainingPlan(ExperimentConfig config, DataSplit data, BatchLoader loader)
    implements StagePlan {

  private static final int PROBES = 6;

  /** {@code config} must keep the rules of pre-training. */
  static PretrainingPlan of(ExperimentConfig config) throws DataException {
    DataSplit data = DataSplit.of(config.data().dataPath());
    BatchLoader loader =
        new BatchLoader(
            data.train(),
            config.data().imgSize(),
            config.model().inChans(),
            MaskGenerator.of(config),
            config.data().batchSize(),
            config.seed(),
            Reading.forTraining(config, data.train()));
    return new PretrainingPlan(config, data, loader);
  }

  @Override
  public String name() {
    return "pretrain";
  }

  @Override
  public ImageFolder images() {
    return data.train();
  }

  @Override
  public Stage open(TorchEngine engine, RunFolder folder, EventSink events) throws DataException {
    int size = config.data().imgSize();
    List<Probe> probes =
        Probe.choose(
            data.validation(),
            PROBES,
            size,
            MaskGenerator.of(config),
            config.seed(),
            Reading.decoder(config));
    Normalization normalization = Normalization.forChannels(config.model().inChans());
    SimMim model = Models.simMim(engine, config, config.seed());
    Previews previews = new Previews(new Reconstructor(engine, model), probes, folder);
    previews.writeProbes();
    return new PretrainingStage(
        config,
        model,
        loader,
        new DeviceNormalization(engine.manager(), normalization),
        previews,
        events);
  }
}
