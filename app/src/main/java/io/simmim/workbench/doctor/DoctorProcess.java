package io.simmim.workbench.doctor;

import io.simmim.core.doctor.Diagnosis;
import io.simmim.core.doctor.DoctorLines;
import io.simmim.core.doctor.DoctorLines.Line;
import io.simmim.core.doctor.Finding;
import io.simmim.workbench.launch.ErrandWork;
import io.simmim.workbench.launch.Errands;
import io.simmim.workbench.launch.LaunchFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Examines by the command {@code doctor}: the window never loads the engine. */
public final class DoctorProcess implements DoctorWork {

  private final Errands errands;

  public DoctorProcess(Errands errands) {
    this.errands = errands;
  }

  @Override
  public Runnable start(Listener listener) {
    return errands.start(new Examining(listener), end -> end.tell(listener));
  }

  /** All that was printed, and why nothing more was. */
  private record End(List<Finding> findings, Optional<Diagnosis> diagnosis, String problem) {

    void tell(Listener listener) {
      listener.found(findings);
      listener.done(diagnosis, diagnosis.isPresent() ? "" : problem);
    }
  }

  private record Examining(Listener listener) implements ErrandWork<End> {

    @Override
    public List<String> arguments(Path scratch) {
      return List.of("doctor", "--json");
    }

    @Override
    public void underWay(Path printed, Executor toolkit) {
      List<Finding> found = findings(lines(printed));
      toolkit.execute(() -> listener.found(found));
    }

    @Override
    public End ended(Path printed, Optional<LaunchFailure> failure) {
      List<Line> lines = lines(printed);
      return new End(
          findings(lines),
          lines.stream().flatMap(line -> line.diagnosis().stream()).findFirst(),
          failure.map(LaunchFailure::sentence).orElse("It ended without a word."));
    }

    @Override
    public End failed(LaunchFailure failure) {
      return new End(List.of(), Optional.empty(), failure.sentence());
    }
  }

  private static List<Finding> findings(List<Line> lines) {
    return lines.stream().flatMap(line -> line.finding().stream()).toList();
  }

  private static List<Line> lines(Path output) {
    try {
      String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
      return text.lines().map(DoctorLines::read).toList();
    } catch (IOException e) {
      return List.of(); // Not there yet.
    }
  }
}
