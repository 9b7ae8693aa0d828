package io.simmim.core.bench;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.model.Models;
import io.simmim.core.model.SimMim;
import io.simmim.core.model.StateDict;
import io.simmim.core.tensor.ProcessMemory;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.weights.CheckpointFile;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Times how a pre-training checkpoint gets into a model, and how much memory of its own the process
 * takes meanwhile. Pages of the mapped file are not its own: the system drops them when it needs
 * the room.
 */
public final class LoadBenchmark {

  private static final double NANOS = 1e9;

  private final TorchEngine engine;

  /** The engine's thread must be entered. */
  public LoadBenchmark(TorchEngine engine) {
    this.engine = engine;
  }

  /**
   * What was measured.
   *
   * @param seconds from the opened file to the model with its weights
   * @param modelMb own memory in MiB that the model took before anything was loaded
   * @param peakMb largest growth of own memory in MiB while loading, beyond the model
   */
  public record Timing(double seconds, double modelMb, double peakMb) {}

  /** Builds the model of a configuration and loads it. */
  public Timing run(CheckpointFile file, ExperimentConfig config) throws CheckpointException {
    double before = ProcessMemory.ownMb();
    try (SimMim model = Models.simMim(engine, config, 0)) {
      double built = ProcessMemory.ownMb();
      Watch watch = new Watch(built);
      long start = System.nanoTime();
      StateDict.load(engine, model.parameters(), file.training().model());
      double seconds = (System.nanoTime() - start) / NANOS;
      return new Timing(seconds, built - before, watch.stop() - built);
    }
  }

  /** Looks every millisecond. */
  private static final class Watch {
    private final AtomicBoolean done = new AtomicBoolean();
    private final Thread thread = new Thread(this::look, "memory");
    private double peak;

    Watch(double first) {
      peak = first;
      thread.setDaemon(true);
      thread.start();
    }

    private void look() {
      while (!done.get()) {
        peak = Math.max(peak, ProcessMemory.ownMb());
        try {
          TimeUnit.MILLISECONDS.sleep(1);
        } catch (InterruptedException e) {
          return;
        }
      }
    }

    /** The peak in MiB. */
    double stop() {
      done.set(true);
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Math.max(peak, ProcessMemory.ownMb());
    }
  }
}
