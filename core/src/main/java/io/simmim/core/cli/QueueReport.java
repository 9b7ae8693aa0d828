package io.simmim.core.cli;

import io.simmim.core.queue.QueueStory;
import io.simmim.core.queue.QueuedRun;
import io.simmim.core.run.RunStatus;
import java.io.PrintWriter;
import java.util.Locale;

/** Tells on the terminal what becomes of the runs of a queue, a line each. */
final class QueueReport implements QueueStory {

  private final PrintWriter out;
  private final PrintWriter err;
  private int failures;

  QueueReport(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /** Runs that failed, crashed or never began. */
  int failures() {
    return failures;
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public void started(QueuedRun run) {
    say("%s started on %s".formatted(run.title(), run.device()));
  }

  @Override
  public void failed(QueuedRun run, String sentence) {
    complain("%s did not begin: %s".formatted(run.title(), sentence));
    failures++;
  }

  @Override
  public void ended(QueuedRun run, RunStatus status, String message) {
    String line =
        "%s %s%s"
            .formatted(
                run.title(),
                status.name().toLowerCase(Locale.ROOT),
                message.isEmpty() ? "" : ": " + message);
    if (status == RunStatus.FAILED || status == RunStatus.CRASHED) {
      complain(line);
      failures++;
    } else {
      say(line);
    }
  }

  @Override
  public void problem(String sentence) {
    complain(sentence);
  }

  private void complain(String line) {
    err.println(line);
    err.flush();
  }
}
