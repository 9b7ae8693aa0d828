package io.simmim.workbench.checkpoint;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import io.simmim.workbench.launch.ErrandWork;
import io.simmim.workbench.launch.Errands;
import io.simmim.workbench.launch.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Estimates by the command {@code inspect} in a process of its own. */
public final class TargetProcess implements TargetWork {

  /** What is read of it. */
  private record Printed(@SerializedName("target_estimate") Estimate estimate) {}

  private record Estimate(String verdict, String sentence) {}

  private final Errands errands;

  public TargetProcess(Errands errands) {
    this.errands = errands;
  }

  @Override
  public Runnable start(Path checkpoint, Consumer<TargetState> done) {
    return errands.start(new Inspecting(checkpoint), done);
  }

  private record Inspecting(Path checkpoint) implements ErrandWork<TargetState> {

    @Override
    public List<String> arguments(Path scratch) {
      return List.of("inspect", checkpoint.toString(), "--json");
    }

    @Override
    public TargetState ended(Path printed, Optional<LaunchFailure> failure) throws IOException {
      return failure.isPresent() ? failed(failure.get()) : state(Files.readString(printed));
    }

    @Override
    public TargetState failed(LaunchFailure failure) {
      return new TargetState.Failed(failure.sentence());
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
