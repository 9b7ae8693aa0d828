package io.simmim.core.train;

import ai.djl.ndarray.NDManager;
import io.simmim.core.checkpoint.TrainingCheckpoint.EpochSums;
import io.simmim.core.checkpoint.TrainingCheckpoint.Position;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunEvent;
import io.simmim.core.tensor.ProcessMemory;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The batches of an epoch ({@code train_one_epoch}), each of them told as an event. */
final class EpochTraining {

  private static final double NANOS = 1e9;

  private final TorchEngine engine;
  private final Stage stage;
  private final TrainingStep step;
  private final EventSink events;
  private final StopRequest stop;
  private final Between between;
  private final SkippedReport skipped;
  private final BadSteps bad;
  private Optional<String> reportedCacheFault = Optional.empty();

  /** Called after every optimizer step with the next batch, when no gradient waits. */
  interface Between {
    void stepped(Position next, EpochSums sums) throws SimMimException;

    /**
     * Called when the training ends because its numbers are not finite any more.
     *
     * @return where the last finite state is, one sentence
     */
    String keepFinite(Position next, EpochSums sums) throws SimMimException;
  }

  /** How far an epoch came, and what it told so far. */
  record Reached(Position position, EpochSums sums) {}

  EpochTraining(
      TorchEngine engine,
      Stage stage,
      TrainingStep step,
      EventSink events,
      StopRequest stop,
      Between between) {
    this.engine = engine;
    this.stage = stage;
    this.step = step;
    this.events = events;
    this.stop = stop;
    this.between = between;
    this.skipped = new SkippedReport(events);
    this.bad = new BadSteps(events);
  }

  /** Trains to the end of the epoch or to a stop. */
  Reached train(Reached from) throws SimMimException, InterruptedException {
    int epoch = from.position().epoch();
    long start = System.nanoTime();
    EpochSums sums = from.sums();
    Position at = from.position();
    bad.epochBegins();
    try (Examples examples = stage.epoch(epoch, at.step())) {
      long began = System.nanoTime();
      while (examples.hasNext()) {
        int index = at.step();
        Timed trained = train(examples, epoch, index, began);
        sums = sums.plus(trained.result().loss(), trained.result().gradNorm());
        double seconds = (System.nanoTime() - began) / NANOS;
        began = System.nanoTime();
        report(epoch, index, trained, seconds);
        at = new Position(epoch, index + 1, stage.loader().stepsPerEpoch());
        if (step.completes(index)) {
          if (bad.inARow() >= step.maxBadSteps()) {
            throw bad.lost(between.keepFinite(at, sums));
          }
          if (stop.pending()) {
            break;
          }
          between.stepped(at, sums);
        }
      }
    }
    if (at.trained()) {
      double seconds = (System.nanoTime() - start) / NANOS;
      events.accept(
          new RunEvent.Epoch(Instant.now(), epoch, sums.meanLoss(), seconds, bad.inEpoch()));
    }
    return new Reached(at, sums);
  }

  private record Timed(TrainingStep.Result result, int[] images, double dataSeconds) {}

  private Timed train(Examples examples, int epoch, int index, long began)
      throws DataException, InterruptedException {
    try (Scope scope = Scope.open();
        NDManager memory = engine.manager().newSubManager()) {
      Example example = examples.next(memory);
      double dataSeconds = (System.nanoTime() - began) / NANOS;
      return new Timed(step.run(example, epoch, index), example.images(), dataSeconds);
    }
  }

  private void report(int epoch, int index, Timed trained, double seconds) throws SimMimException {
    TrainingStep.Result result = trained.result();
    ProcessMemory.Usage memory = ProcessMemory.Usage.of(engine.device());
    Instant now = Instant.now();
    events.accept(
        new RunEvent.Step(
            now,
            globalStep(new Position(epoch, index, stage.loader().stepsPerEpoch())),
            epoch,
            index,
            result.loss(),
            result.lr(),
            result.gradNorm(),
            stage.loader().batchSize() / seconds,
            seconds,
            trained.dataSeconds(),
            memory.peakMb(),
            memory.residentMb(),
            ProcessMemory.heapMb()));
    skipped.tell(stage.loader().skipped());
    reportCacheFault();
    if (result.finite()) {
      bad.finite();
    } else {
      bad.skipped(epoch, index, result, names(trained.images()));
    }
  }

  private List<String> names(int[] images) {
    return Arrays.stream(images).mapToObj(stage.loader()::imageName).toList();
  }

  /** One sentence about the steps that were skipped; empty when there was none. */
  Optional<String> skippedSteps() {
    return bad.summary();
  }

  private void reportCacheFault() throws DataException {
    Optional<String> fault = stage.loader().cacheFault();
    if (fault.isPresent() && !fault.equals(reportedCacheFault)) {
      reportedCacheFault = fault;
      events.accept(new RunEvent.Warning(Instant.now(), fault.get()));
    }
  }

  /** Batches of the run before this place. */
  static long globalStep(Position at) {
    return (long) at.epoch() * at.stepsPerEpoch() + at.step();
  }
}
