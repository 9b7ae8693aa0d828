package io.simmim.workbench.checkpoint;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import io.simmim.core.fault.DataException;
import io.simmim.workbench.launch.Errand;
import io.simmim.workbench.launch.LaunchFailure;
import io.simmim.workbench.launch.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Estimates by the command {@code inspect} in a process of its own: the window never loads the
 * engine.
 */
public final class TargetProcess implements TargetWork {

  private static final String FILES = "inspect";
  private static final String OUTPUT = FILES + ".out";

  /** What is read of it. */
  private record Printed(@SerializedName("target_estimate") Estimate estimate) {}

  private record Estimate(String verdict, String sentence) {}

  private final Executor background;
  private final Executor toolkit;
  private final Launcher launcher;

  public TargetProcess(Executor background, Executor toolkit, Launcher launcher) {
    this.background = background;
    this.toolkit = toolkit;
    this.launcher = launcher;
  }

  @Override
  public Runnable start(Path checkpoint, Consumer<TargetState> done) {
    Errand errand = new Errand();
    background.execute(() -> run(errand, checkpoint, done));
    return errand::stop;
  }

  private void run(Errand errand, Path checkpoint, Consumer<TargetState> done) {
    TargetState found = look(errand, checkpoint);
    if (!errand.isStopped()) {
      toolkit.execute(() -> done.accept(found));
    }
  }

  private TargetState look(Errand errand, Path checkpoint) {
    try {
      Path prints = Files.createTempDirectory("simmim-inspect");
      List<String> words = List.of("inspect", checkpoint.toString(), "--json");
      Optional<LaunchFailure> failure = launcher.run(errand, words, prints, FILES);
      String said = Files.readString(prints.resolve(OUTPUT));
      Files.deleteIfExists(prints.resolve(OUTPUT));
      Files.deleteIfExists(prints.resolve(FILES + ".err"));
      Files.deleteIfExists(prints);
      return failure
          .<TargetState>map(f -> new TargetState.Failed(f.sentence()))
          .orElseGet(() -> state(said));
    } catch (DataException e) {
      return new TargetState.Failed(e.getMessage());
    } catch (IOException e) {
      return new TargetState.Failed(
          "The system's folder for temporary files cannot be used; make room there.");
    }
  }

  /** What the command printed, as a state. */
  static TargetState state(String json) {
    try {
      Printed printed = new Gson().fromJson(json, Printed.class);
      if (printed == null || printed.estimate() == null) {
        return new TargetState.Settled();
      }
      return new TargetState.Estimated(
          TargetState.Answer.valueOf(printed.estimate().verdict().toUpperCase(Locale.ROOT)),
          printed.estimate().sentence());
    } catch (JsonParseException | IllegalArgumentException e) {
      return new TargetState.Failed("The target could not be estimated.");
    }
  }
}
