package io.simmim.core.bench;

import io.simmim.core.fault.EngineException;
import io.simmim.core.process.ChildProgram;
import io.simmim.core.process.JavaProgram;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One measurement in a process of its own, so that the peak of memory is that measurement's and a
 * failure, even a crash, ends no other.
 */
public final class BenchProcess {

  /** 128 and SIGKILL. */
  private static final int KILLED = 137;

  private final JavaProgram program;

  public BenchProcess(JavaProgram program) {
    this.program = program;
  }

  /**
   * Runs it to its end.
   *
   * @param arguments of a command that prints the {@link BenchReport#line}
   * @throws EngineException when it failed, with its own sentence
   */
  public BenchReport run(List<String> arguments) throws EngineException, InterruptedException {
    AtomicReference<Optional<BenchReport>> report = new AtomicReference<>(Optional.empty());
    try {
      ChildProgram.Ended ended =
          new ChildProgram(program)
              .run(
                  arguments,
                  line -> BenchReport.read(line).ifPresent(read -> report.set(Optional.of(read))));
      if (report.get().isEmpty()) {
        throw new EngineException(sentence(ended));
      }
      return report.get().get();
    } catch (IOException e) {
      throw new EngineException(
          "A process for the measurement could not be started (" + e.getMessage() + ").", e);
    }
  }

  private static String sentence(ChildProgram.Ended ended) {
    if (ended.exitValue() == KILLED) {
      return "The system ended the process, most likely for lack of memory; use a smaller"
          + " --batch-size.";
    }
    return ended.complaint().isEmpty()
        ? "The process ended with exit code " + ended.exitValue() + " and said nothing."
        : ended.complaint();
  }
}
