package io.simmim.workbench.start;

import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.runs.RunRow;
import io.simmim.workbench.runs.RunState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A run as a card.
 *
 * @param name of the model's folder, without what all names begin with
 * @param doing stage, and how many epochs are done
 * @param best its best number, with what it is
 * @param when it was started
 * @param pictures files of its newest reconstruction: masked, filled in; empty while there is none
 */
public record RecentRun(
    RunFolder folder,
    String name,
    String tag,
    String doing,
    RunState state,
    String best,
    String when,
    List<Path> pictures) {

  public RecentRun {
    pictures = List.copyOf(pictures);
  }

  static RecentRun of(RunRow row, List<Path> pictures) {
    return new RecentRun(
        row.folder(),
        RunStage.shortName(row.name()),
        row.tag(),
        doing(row),
        RunState.of(row.status()),
        best(row),
        row.startedAt().map(InWords::time).orElse(""),
        pictures);
  }

  private static String doing(RunRow row) {
    String stage = row.stage().map(RunStage::title).orElse("Run");
    return row.epochs() == 0
        ? stage
        : stage + ", " + row.epochsDone() + " / " + row.epochs() + " epochs";
  }

  /** What the stage is there for: the highest accuracy, the lowest loss, the speed. */
  private static String best(RunRow row) {
    Optional<String> accuracy =
        row.best().map(RunEvent.Validation::top1).map(top1 -> "top-1 " + InWords.percent(top1));
    Optional<String> loss =
        row.bestLoss().or(row::lastLoss).map(value -> "loss " + InWords.number(value));
    boolean measures = row.stage().filter(RunStage.THROUGHPUT::equals).isPresent();
    Optional<String> speed =
        row.imagesPerSecond()
            .filter(perSecond -> measures)
            .map(perSecond -> InWords.speed(perSecond) + " images/s");
    return speed.or(() -> accuracy).or(() -> loss).orElse("");
  }
}
