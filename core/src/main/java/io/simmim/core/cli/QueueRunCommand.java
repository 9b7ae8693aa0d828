package io.simmim.core.cli;

import io.simmim.core.fault.SimMimException;
import io.simmim.core.process.JavaProgram;
import io.simmim.core.queue.QueueEnd;
import io.simmim.core.queue.QueueRunner;
import io.simmim.core.queue.RunQueue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simmim queue run}: starts the runs that wait. */
@Command(
    name = "run",
    description = {
      "Starts the runs that wait, one at a time on a device.",
      "Each has a process of its own. Ends when all have ended; runs may be added meanwhile. Ctrl+C or"
          + " SIGTERM starts no further run and leaves those that go on alone."
    })
final class QueueRunCommand implements Callable<Integer> {

  private static final String FIRST = "no further run is started, those that go on are left alone.";

  @Mixin private QueueFolder folder;

  @Option(names = "--stay", description = "Wait for further runs instead of ending.")
  private boolean stay;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws SimMimException, InterruptedException {
    RunQueue queue = folder.queue();
    QueueReport report = new QueueReport(spec.commandLine().getOut(), spec.commandLine().getErr());
    StopSignal stop = StopSignal.catching(System.err, FIRST);
    QueueEnd end = new QueueRunner(queue, JavaProgram.training(), report).run(stop, stay);
    report.say(sentence(end, queue));
    return switch (end) {
      case STOPPED -> ExitCode.STOPPED_BY_USER;
      case DONE, PAUSED, TAKEN -> report.failures() == 0 ? ExitCode.DONE : ExitCode.FAILED;
    };
  }

  private static String sentence(QueueEnd end, RunQueue queue) {
    return switch (end) {
      case DONE -> "The queue of " + queue.output() + " is worked off.";
      case PAUSED -> "The queue is paused: 'simmim queue resume' and 'simmim queue run' go on.";
      case STOPPED -> "Stopped; 'simmim queue run' goes on with the runs that still wait.";
      case TAKEN -> "Another process works this queue off already.";
    };
  }
}
