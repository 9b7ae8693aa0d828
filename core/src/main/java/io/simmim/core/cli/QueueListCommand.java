package io.simmim.core.cli;

import io.simmim.core.fault.DataException;
import io.simmim.core.queue.QueueListing;
import io.simmim.core.queue.QueuedRun;
import io.simmim.core.queue.RunQueue;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code simmim queue list}: what waits, in its order. */
@Command(name = "list", description = "Lists the runs that wait, start or failed to start.")
final class QueueListCommand implements Callable<Integer> {

  @Mixin private QueueFolder folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws DataException {
    RunQueue queue = folder.queue();
    QueueListing listing = queue.list();
    PrintWriter out = spec.commandLine().getOut();
    if (listing.runs().isEmpty()) {
      out.println("No run waits in " + queue.output());
    } else {
      table(listing.runs()).plain().forEach(out::println);
    }
    if (queue.isPaused()) {
      out.println("The queue is paused; 'simmim queue resume' ends that.");
    }
    out.flush();
    listing.problems().forEach(spec.commandLine().getErr()::println);
    spec.commandLine().getErr().flush();
    return ExitCode.DONE;
  }

  private static TextTable table(List<QueuedRun> runs) {
    TextTable table = new TextTable(List.of("#", "Stage", "Run", "Device", "State", "Why"));
    int place = 0;
    for (QueuedRun run : runs) {
      table.add(
          Integer.toString(++place),
          run.stage(),
          run.id(),
          run.device(),
          run.state().name().toLowerCase(Locale.ROOT),
          run.failure() == null ? "" : run.failure());
    }
    return table.withoutEmptyColumns();
  }
}
