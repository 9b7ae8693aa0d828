package io.simmim.core.run;

import java.time.Instant;
import java.util.List;

/** Events with values that tell the fields apart. */
final class SampleEvents {

  static final Instant TIME = Instant.parse("2026-11-23T10:20:30.456Z");

  private SampleEvents() {}

  static RunEvent.Started started() {
    return new RunEvent.Started(TIME, "pretrain", 3, 7, 16, 0, 0, 112, 1234, "cpu", null);
  }

  static RunEvent.Step step(long step) {
    int epoch = (int) (step / 7);
    int index = (int) (step % 7);
    return new RunEvent.Step(
        TIME, step, epoch, index, 0.5 / (step + 1), 1e-4, 2.25, 40, 0.4, 0.01, 321);
  }

  static RunEvent.Ended ended(RunEvent.Outcome outcome) {
    return new RunEvent.Ended(TIME, outcome, 2, 21, "done");
  }

  static List<RunEvent> oneOfEach() {
    return List.of(
        started(),
        step(3),
        new RunEvent.Epoch(TIME, 1, 0.75, 61.5, 2),
        new RunEvent.NotFinite(TIME, 1, 3, Double.NaN, 1.5, 2, List.of("a/b.jpg", "c.jpg")),
        new RunEvent.Checkpoint(TIME, 1, 14, "ckpt_epoch_1.pth"),
        new RunEvent.Pruned(TIME, List.of("ckpt_epoch_0.pth")),
        new RunEvent.Preview(TIME, 1, 14, 4, 0.625),
        new RunEvent.Validation(TIME, 1, 14, 1000, 1.25, 62.5, 93.75, 64.5, 8.5),
        new RunEvent.Progress(TIME, "evaluate", 320, 1000, 117.5),
        new RunEvent.Throughput(TIME, 64, 30, 12.5, 153.6, 512),
        new RunEvent.Note(TIME, "a tenth of the images is held out"),
        new RunEvent.Warning(TIME, "a \"quoted\" line\nwith <breaks> and ünïcode"),
        new RunEvent.Skipped(TIME, 2, List.of("a.jpg", "b.jpg")),
        ended(RunEvent.Outcome.STOPPED));
  }
}
