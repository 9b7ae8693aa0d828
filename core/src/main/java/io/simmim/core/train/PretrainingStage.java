package io.simmim.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.data.Batch;
import io.simmim.core.data.BatchLoader;
import io.simmim.core.data.EpochLoader;
import io.simmim.core.fault.DataException;
import io.simmim.core.model.SimMim;
import io.simmim.core.optim.ParameterGroup;
import io.simmim.core.optim.ParameterGroups;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunEvent;
import java.time.Instant;
import java.util.List;

/**
 * Pre-training ({@code main_simmim.py}): hide patches, predict their pixels, look at the probes.
 */
final class PretrainingStage implements Stage {

  private final ExperimentConfig config;
  private final SimMim model;
  private final BatchLoader loader;
  private final DeviceNormalization normalization;
  private final Previews previews;
  private final EventSink events;

  PretrainingStage(
      ExperimentConfig config,
      SimMim model,
      BatchLoader loader,
      DeviceNormalization normalization,
      Previews previews,
      EventSink events) {
    this.config = config;
    this.model = model;
    this.loader = loader;
    this.normalization = normalization;
    this.previews = previews;
    this.events = events;
  }

  @Override
  public Examples epoch(int epoch, int firstStep) {
    return new LoaderExamples<>(loader.epoch(epoch, firstStep), this::example);
  }

  private Example example(Batch batch, NDManager memory) {
    int size = config.data().imgSize();
    int channels = config.model().inChans();
    long grid = size / config.model().patchSize();
    Shape images = new Shape(batch.size(), channels, size, size);
    NDArray x = normalization.of(batch.pixels(), images, memory);
    NDArray mask =
        memory.create(batch.maskBytes(), new Shape(batch.size(), grid, grid), DataType.FLOAT32);
    return Example.masked(model, x, mask).of(batch.indices());
  }

  // Pictures are not worth a run: training goes on without them.
  @Override
  public void saved(int epoch, long step) throws DataException {
    if (previews.size() == 0) {
      return;
    }
    try {
      double loss = previews.write(epoch);
      events.accept(new RunEvent.Preview(Instant.now(), epoch, step, previews.size(), loss));
    } catch (DataException e) {
      events.accept(new RunEvent.Warning(Instant.now(), e.getMessage()));
    }
  }

  @Override
  public SimMim network() {
    return model;
  }

  @Override
  public List<ParameterGroup> parameterGroups() {
    return ParameterGroups.pretraining(model, config.train().weightDecay());
  }

  @Override
  public EpochLoader<Batch> loader() {
    return loader;
  }

  @Override
  public void begin() {}

  @Override
  public void resume(TrainingCheckpoint from) {}

  @Override
  public boolean epochEnded(int epoch, long step) {
    return true;
  }

  @Override
  public boolean validates() {
    return false;
  }

  @Override
  public double score(double meanLoss) {
    return -meanLoss;
  }

  @Override
  public double maxAccuracy() {
    return 0;
  }

  @Override
  public List<String> classes() {
    return List.of();
  }

  @Override
  public void close() {
    loader.close();
    normalization.close();
    model.close();
  }
}
