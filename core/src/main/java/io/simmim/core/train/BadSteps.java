package io.simmim.core.train;

import io.simmim.core.fault.DataException;
import io.simmim.core.fault.EngineException;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts the steps whose loss or gradients were not finite, and writes down what they saw. */
final class BadSteps {

  private static final int NAMED = 8;

  private final EventSink events;
  private int inARow;
  private int inEpoch;
  private long inAll;
  private RunEvent.NotFinite last;

  BadSteps(EventSink events) {
    this.events = events;
  }

  void epochBegins() {
    inEpoch = 0;
  }

  void finite() {
    inARow = 0;
  }

  /** The weights were left alone; says so, and of which images. */
  void skipped(int epoch, int index, TrainingStep.Result result, List<String> images)
      throws DataException {
    inARow++;
    inEpoch++;
    inAll++;
    last =
        new RunEvent.NotFinite(
            Instant.now(), epoch, index, result.loss(), result.gradNorm(), inARow, images);
    events.accept(last);
    events.accept(new RunEvent.Warning(last.time(), sentence()));
  }

  /** Since the epoch began, or was resumed. */
  int inEpoch() {
    return inEpoch;
  }

  /** Since the last finite one. */
  int inARow() {
    return inARow;
  }

  /** One sentence about all of them; empty when there was none. */
  Optional<String> summary() {
    return inAll == 0
        ? Optional.empty()
        : Optional.of(
            "%d steps were skipped, because loss or gradients were not finite.".formatted(inAll));
  }

  private String sentence() {
    return "Step skipped at epoch %d, batch %d: loss %s, gradient norm %s; the weights were left alone. Its images: %s."
        .formatted(last.epoch(), last.stepInEpoch(), last.loss(), last.gradNorm(), images());
  }

  private String images() {
    List<String> all = last.images();
    String some = String.join(", ", all.subList(0, Math.min(NAMED, all.size())));
    return all.size() > NAMED ? some + " and " + (all.size() - NAMED) + " more" : some;
  }

  /**
   * The end of a training that is lost.
   *
   * @param kept where the last finite state is, one sentence
   */
  EngineException lost(String kept) {
    return new EngineException(
        ("Loss or gradients were not finite in %d steps in a row (last: epoch %d, step %d, of the images"
                + " %s), so the run ends. %s Go on from there (--resume), or begin again, with a lower"
                + " TRAIN.BASE_LR or TRAIN.CLIP_GRAD, and look at the images.")
            .formatted(inARow, last.epoch(), last.stepInEpoch(), images(), kept));
  }
}
