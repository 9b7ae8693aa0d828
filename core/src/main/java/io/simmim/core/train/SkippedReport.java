package io.simmim.core.train;

import io.simmim.core.data.SkippedImages;
import io.simmim.core.data.SkippedImages.Skipped;
import io.simmim.core.fault.DataException;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunEvent;
import java.time.Instant;
import java.util.List;

/** Says which images could not be read, each of them once. */
final class SkippedReport {

  /** Names in one event, which is one line of a terminal. */
  private static final int NAMED = 20;

  private final EventSink events;
  private int told;

  SkippedReport(EventSink events) {
    this.events = events;
  }

  /** Tells those that were found since the last time. */
  void tell(SkippedImages skipped) throws DataException {
    List<Skipped> news = skipped.after(told);
    for (int from = 0; from < news.size(); from += NAMED) {
      List<Skipped> some = news.subList(from, Math.min(news.size(), from + NAMED));
      told += some.size();
      events.accept(
          new RunEvent.Skipped(
              Instant.now(),
              told,
              some.stream().map(image -> image.file() + ": " + image.reason()).toList()));
    }
  }
}
