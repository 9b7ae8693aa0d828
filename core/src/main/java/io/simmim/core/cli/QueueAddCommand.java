package io.simmim.core.cli;

import io.simmim.core.fault.SimMimException;
import io.simmim.core.queue.QueuedRun;
import io.simmim.core.queue.RunQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code simmim queue add}: a command line that is run later. */
@Command(
    name = "add",
    customSynopsis = "simmim queue add (pretrain|finetune|evaluate|throughput) OPTIONS",
    description = {
      "Puts a run at the end of the queue of its --output; all options of the command may be given.",
      "The configuration is copied, so that later changes of the file do not touch the run."
    })
final class QueueAddCommand implements Callable<Integer> {

  @Unmatched private List<String> words = new ArrayList<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws SimMimException {
    PlannedRun plan = command().plan();
    RunQueue queue = new RunQueue(plan.output());
    QueuedRun run = queue.add(plan.order(words));
    int place = queue.list().in(QueuedRun.State.WAITING).size();
    spec.commandLine()
        .getOut()
        .printf("%s waits for %s, place %d%n", run.title(), run.device(), place);
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }

  private Queueable command() {
    try {
      ParseResult given = new CommandLine(new SimMim()).parseArgs(words.toArray(String[]::new));
      if (given.hasSubcommand()
          && given.subcommand().commandSpec().userObject() instanceof Queueable command) {
        return command;
      }
    } catch (ParameterException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    throw new ParameterException(
        spec.commandLine(), "Say what to run first: pretrain, finetune, evaluate or throughput.");
  }
}
