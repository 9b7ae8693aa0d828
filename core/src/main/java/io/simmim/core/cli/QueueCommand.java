package io.simmim.core.cli;

import io.simmim.core.fault.DataException;
import io.simmim.core.queue.QueuedRun;
import io.simmim.core.queue.RunQueue;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code simmim queue}: runs that wait for their devices in a folder of runs. */
@Command(
    name = "queue",
    description = "Lets runs wait, and starts them one after the other.",
    subcommands = {QueueAddCommand.class, QueueListCommand.class, QueueRunCommand.class})
final class QueueCommand implements Runnable {

  private static final String ID = "ID";
  private static final String WHICH = "MODEL.NAME__TAG or the tag, as 'simmim queue list' says.";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command of the queue is missing.");
  }

  @Command(name = "remove", description = "Takes runs out of the queue.")
  int remove(
      @Mixin QueueFolder folder,
      @Parameters(arity = "1..*", paramLabel = ID, description = WHICH) List<String> ids)
      throws DataException {
    for (String id : ids) {
      QueuedRun run = find(folder.queue(), id);
      folder.queue().remove(run.id());
      say("Removed " + run.title());
    }
    return ExitCode.DONE;
  }

  @Command(name = "move", description = "Moves a run to an earlier or later place.")
  int move(
      @Mixin QueueFolder folder,
      @Parameters(index = "0", paramLabel = ID, description = WHICH) String id,
      @Parameters(
              index = "1",
              paramLabel = "PLACES",
              description = "How many places, such as -1 for one earlier.")
          int places)
      throws DataException {
    RunQueue queue = folder.queue();
    QueuedRun run = find(queue, id);
    queue.move(run.id(), places);
    say(run.title() + place(queue, run));
    return ExitCode.DONE;
  }

  @Command(name = "retry", description = "Lets a run that failed before it began wait again.")
  int retry(@Mixin QueueFolder folder, @Parameters(paramLabel = ID, description = WHICH) String id)
      throws DataException {
    RunQueue queue = folder.queue();
    QueuedRun run = find(queue, id);
    queue.retry(run.id());
    say(
        run.state() == QueuedRun.State.FAILED
            ? "%s waits again%s".formatted(run.title(), place(queue, run))
            : "%s did not fail: it is %s"
                .formatted(run.title(), run.state().name().toLowerCase(Locale.ROOT)));
    return ExitCode.DONE;
  }

  @Command(name = "pause", description = "Starts no further run; runs that go on are left alone.")
  int pause(@Mixin QueueFolder folder) throws DataException {
    folder.queue().pause();
    say("Paused: no further run is started; 'simmim queue resume' ends that.");
    return ExitCode.DONE;
  }

  @Command(name = "resume", description = "Ends a pause; 'simmim queue run' goes on then.")
  int resume(@Mixin QueueFolder folder) throws DataException {
    folder.queue().resume();
    say("The pause has ended; 'simmim queue run' goes on.");
    return ExitCode.DONE;
  }

  /** A run that began meanwhile has none any more. */
  private static String place(RunQueue queue, QueuedRun run) throws DataException {
    List<String> ids = queue.list().runs().stream().map(QueuedRun::id).toList();
    int place = ids.indexOf(run.id()) + 1;
    return place == 0 ? " has begun" : ", place %d of %d".formatted(place, ids.size());
  }

  private QueuedRun find(RunQueue queue, String id) throws DataException {
    List<QueuedRun> runs = queue.list().runs();
    Optional<QueuedRun> exact = runs.stream().filter(run -> run.id().equals(id)).findFirst();
    List<QueuedRun> tagged = runs.stream().filter(run -> run.folder().endsWith("/" + id)).toList();
    if (exact.isEmpty() && tagged.size() != 1) {
      throw new ParameterException(
          spec.commandLine(),
          tagged.isEmpty()
              ? "No run '%s' waits in %s.".formatted(id, queue.output())
              : "Several runs '%s' wait: give MODEL.NAME__TAG.".formatted(id));
    }
    return exact.orElseGet(() -> tagged.get(0));
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
