package io.simmim.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.simmim.core.data.EpochBatches;
import io.simmim.core.data.EvaluationLoader;
import io.simmim.core.data.LabelledBatch;
import io.simmim.core.fault.DataException;
import io.simmim.core.model.Classifier;
import io.simmim.core.model.Pass;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunEvent;
import io.simmim.core.tensor.Autocast;
import io.simmim.core.tensor.AutocastMode;
import io.simmim.core.tensor.GradMode;
import io.simmim.core.tensor.NegativeLogLikelihood;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TopK;
import io.simmim.core.tensor.TorchEngine;
import java.time.Instant;
import java.util.Optional;

/**
 * Measures a classifier on labelled images ({@code validate} of {@code main_finetune.py}): plain
 * cross entropy, top-1 and top-5. Sums are counted by image, so the batch size changes nothing.
 */
public final class Evaluation {

  private static final double NANOS = 1e9;
  private static final int TOP = 5;

  private final TorchEngine engine;
  private final Classifier model;
  private final EvaluationLoader loader;
  private final LabelledInputs inputs;
  private final AutocastMode autocast;
  private final EventSink events;
  private final StopRequest stop;
  private final SkippedReport skipped;

  Evaluation(
      TorchEngine engine,
      Classifier model,
      EvaluationLoader loader,
      LabelledInputs inputs,
      AutocastMode autocast,
      EventSink events,
      StopRequest stop) {
    this.engine = engine;
    this.model = model;
    this.loader = loader;
    this.inputs = inputs;
    this.autocast = autocast;
    this.events = events;
    this.stop = stop;
    this.skipped = new SkippedReport(events);
  }

  /**
   * What was measured.
   *
   * @param loss mean cross entropy
   * @param top1 percent
   * @param top5 percent
   */
  public record Scores(int images, double loss, double top1, double top5, double seconds) {

    /** The same as an event of a run. */
    RunEvent.Validation event(int epoch, long step, double best) {
      return new RunEvent.Validation(
          Instant.now(), epoch, step, images, loss, top1, top5, best, seconds);
    }
  }

  /** Empty when the user asked for a stop meanwhile. */
  Optional<Scores> run() throws DataException, InterruptedException {
    long start = System.nanoTime();
    Sums sums = new Sums();
    try (GradMode off = GradMode.off();
        EpochBatches<LabelledBatch> batches = loader.batches()) {
      while (batches.hasNext()) {
        if (stop.pending()) {
          return Optional.empty();
        }
        add(batches.next(), sums);
        report(sums.images, (System.nanoTime() - start) / NANOS);
      }
    }
    skipped.tell(loader.skipped());
    return Optional.of(sums.scores((System.nanoTime() - start) / NANOS));
  }

  private void add(LabelledBatch batch, Sums sums) {
    try (Scope scope = Scope.open();
        NDManager memory = engine.manager().newSubManager()) {
      NDArray x = inputs.images(batch, memory);
      NDArray logits = logits(x);
      long[] labels = LabelledInputs.numbers(batch);
      sums.images += batch.size();
      sums.loss += NegativeLogLikelihood.sum(logits, labels);
      sums.top1 += TopK.correct(logits, labels, 1);
      sums.top5 += TopK.correct(logits, labels, TOP);
    }
  }

  private NDArray logits(NDArray x) {
    try (Autocast cast = autocast.enter()) {
      return model.forward(x, Pass.INFERENCE);
    }
  }

  private void report(int done, double seconds) throws DataException {
    events.accept(
        new RunEvent.Progress(Instant.now(), "evaluate", done, loader.size(), done / seconds));
  }

  private static final class Sums {
    private int images;
    private double loss;
    private long top1;
    private long top5;

    Scores scores(double seconds) {
      return new Scores(
          images, loss / images, 100.0 * top1 / images, 100.0 * top5 / images, seconds);
    }
  }
}
