package io.simmim.workbench.experiment;

import io.simmim.core.run.Estimate;
import io.simmim.workbench.launch.ErrandWork;
import io.simmim.workbench.launch.Errands;
import io.simmim.workbench.launch.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Measures by the command {@code estimate} in a process of its own. */
public final class EstimateProcess implements EstimateWork {

  private static final String KILLED =
      "The system ended the measurement, most likely because the memory is not enough: make DATA.BATCH_SIZE smaller, set TRAIN.USE_CHECKPOINT or compute in bf16.";

  private final Errands errands;

  public EstimateProcess(Errands errands) {
    this.errands = errands;
  }

  @Override
  public Runnable start(EstimateOrder order, Path output, Listener listener) {
    return errands.start(
        new Measuring(order, output, listener),
        told -> listener.done(told.estimate(), told.problem()));
  }

  private record Told(Optional<Estimate> estimate, String problem) {}

  private record Measuring(EstimateOrder order, Path output, Listener listener)
      implements ErrandWork<Told> {

    @Override
    public List<String> arguments(Path scratch) throws IOException {
      Path config = Files.writeString(scratch.resolve("estimate.yaml"), order.yaml());
      return List.of(
          "estimate",
          "--json",
          "--stage",
          order.stage().command(),
          "--cfg",
          config.toString(),
          "--data-path",
          order.data().toString(),
          "--output",
          output.toString(),
          "--device",
          order.device());
    }

    @Override
    public void underWay(Path printed, Executor toolkit) {
      new EstimateOutput(printed)
          .progress()
          .ifPresent(now -> toolkit.execute(() -> listener.progress(now.task(), now.share())));
    }

    @Override
    public Told ended(Path printed, Optional<LaunchFailure> failure) {
      Optional<Estimate> estimate = new EstimateOutput(printed).estimate();
      String problem =
          failure.map(LaunchFailure::sentence).orElse(estimate.isEmpty() ? KILLED : "");
      return new Told(estimate, problem);
    }

    @Override
    public Told failed(LaunchFailure failure) {
      return new Told(Optional.empty(), failure.sentence());
    }
  }
}
