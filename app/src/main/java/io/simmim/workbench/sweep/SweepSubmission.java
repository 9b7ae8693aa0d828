package io.simmim.workbench.sweep;

import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunNotes;
import io.simmim.workbench.launch.QueueDoor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Writes down the configurations of a sweep, labels its runs, and has them wait for their turn. */
public final class SweepSubmission {

  private final Executor background;
  private final Executor toolkit;
  private final QueueDoor queue;
  private final Consumer<SweepOrder> together;
  private final Consumer<SimMimException> failed;

  /**
   * @param together shows the runs of a sweep as what they are
   * @param failed told, on the toolkit's thread, why none was
   */
  public SweepSubmission(
      Executor background,
      Executor toolkit,
      QueueDoor queue,
      Consumer<SweepOrder> together,
      Consumer<SimMimException> failed) {
    this.background = background;
    this.toolkit = toolkit;
    this.queue = queue;
    this.together = together;
    this.failed = failed;
  }

  /** Submits all runs; returns at once. */
  void submit(SweepOrder order) {
    background.execute(
        () -> {
          try {
            // The heat map shows by them where a run will be that still waits.
            for (SweepOrder.Run run : order.runs()) {
              write(run.command().config(), run.config());
            }
            label(order);
            Runnable show = () -> together.accept(order);
            toolkit.execute(() -> queue.add(order.commands(), order.yaml(), Optional.of(show)));
          } catch (SimMimException e) {
            toolkit.execute(() -> failed.accept(e));
          }
        });
  }

  /** Those that are there already belong to the sweep as well. */
  private static void label(SweepOrder order) throws DataException {
    for (RunFolder folder : order.folders()) {
      RunNotes notes = RunNotes.read(folder.notes());
      if (!notes.labels().contains(order.label())) {
        List<String> labels = new ArrayList<>(notes.labels());
        labels.add(order.label());
        new RunNotes(labels, notes.note()).write(folder.notes());
      }
    }
  }

  private static void write(Path file, String yaml) throws DataException {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, yaml);
    } catch (IOException e) {
      throw new DataException(
          "The configuration cannot be written to " + file + ": choose another folder for runs.",
          e);
    }
  }
}
