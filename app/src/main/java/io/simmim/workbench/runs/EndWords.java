package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunStatus;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.shell.Notice;
import java.util.Optional;

/** How a run ended, in one sentence. */
public final class EndWords {

  private EndWords() {}

  /**
   * The notice about a run that ended.
   *
   * @param open opens the run
   */
  public static Notice of(RunRow row, Runnable open) {
    boolean broke = row.status() == RunStatus.FAILED || row.status() == RunStatus.CRASHED;
    Notice notice = broke ? Notice.failed(sentence(row), "") : Notice.done(sentence(row));
    return notice.with(new Notice.Action("Open the run", open));
  }

  static String sentence(RunRow row) {
    String run = RunStage.shortName(row.name()) + " / " + row.tag();
    String epochs = epochs(row);
    return switch (row.status()) {
      case FAILED -> run + " failed" + epochs + ": its page says why.";
      case CRASHED ->
          run + " crashed" + epochs + ": its process is gone; its page offers to resume it.";
      case STOPPED -> run + " was stopped" + epochs + result(row) + ".";
      case FINISHED -> run + " finished" + result(row) + ".";
      case RUNNING -> throw new IllegalArgumentException("expected a run that ended, got " + row);
    };
  }

  private static String epochs(RunRow row) {
    if (row.epochs() == 0) {
      return "";
    }
    return row.epochsDone() == 0
        ? " in its first epoch"
        : " after " + row.epochsDone() + " of " + row.epochs() + " epochs";
  }

  private static String result(RunRow row) {
    Optional<String> accuracy =
        row.best().map(RunEvent.Validation::top1).map(top1 -> "top-1 " + InWords.percent(top1));
    boolean measures = row.stage().filter(RunStage.THROUGHPUT::equals).isPresent();
    Optional<String> speed =
        row.imagesPerSecond().filter(s -> measures).map(s -> InWords.speed(s) + " images/s");
    return speed
        .or(() -> accuracy)
        .or(() -> row.bestLoss().map(loss -> "best loss " + InWords.number(loss)))
        .map(words -> ", " + words)
        .orElse("");
  }
}
