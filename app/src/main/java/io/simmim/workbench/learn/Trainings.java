package io.simmim.workbench.learn;

import io.simmim.core.run.RunFolder;
import io.simmim.workbench.launch.RunStage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The real trainings of the lessons, each in a process and a folder of its own. */
public interface Trainings {

  /** MODEL.NAME of them all, and so the folder of their runs. */
  String NAME = "simmim_lesson";

  /**
   * What to train.
   *
   * @param tag of the run; where there is one with it, a number is added
   * @param weights checkpoint whose encoder it begins with; empty for random weights
   */
  record Order(RunStage stage, String tag, Optional<Path> weights) {}

  /**
   * Draws the pictures where they are not there yet, and starts the training.
   *
   * @param drawing told how far the drawing is, 0 to 1
   * @param launched told in which folder the run will be
   * @param failed told one sentence when it cannot start, or when its process fails
   */
  void start(
      Order order, Consumer<Double> drawing, Consumer<RunFolder> launched, Consumer<String> failed);

  /** Gives up a start that is still drawing pictures. */
  void giveUp();

  /** Asks a run to save and stop. */
  void stop(RunFolder run);
}
