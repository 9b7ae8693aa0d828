package io.simmim.core.queue;

import io.simmim.core.run.RunStatus;
import java.nio.file.Path;

/** Works a queue of stub runs off, until it is killed. */
final class RunnerProcess {

  private RunnerProcess() {}

  public static void main(String[] arguments) throws Exception {
    System.out.println("ready");
    RunQueue queue = new RunQueue(Path.of(arguments[0]));
    new QueueRunner(queue, StubRun.program(), new Silent()).run(() -> false, true);
  }

  private static final class Silent implements QueueStory {
    @Override
    public void started(QueuedRun run) {}

    @Override
    public void failed(QueuedRun run, String sentence) {}

    @Override
    public void ended(QueuedRun run, RunStatus status, String message) {}

    @Override
    public void problem(String sentence) {}
  }
}
