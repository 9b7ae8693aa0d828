package io.simmim.workbench.learn;

import io.simmim.core.data.scene.SampleDataset;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.fx.Latest;
import io.simmim.workbench.launch.Launcher;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.launch.StageCommand;
import io.simmim.workbench.launch.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Draws the pictures of the lessons and launches their trainings, as the command line would. */
public final class LessonTrainings implements Trainings {

  private static final int PER_KIND = 60;
  private static final int SIDE = 80;
  private static final double VALIDATION_SHARE = 0.15;

  private final Executor background;
  private final Executor toolkit;
  private final Launcher launcher;
  private final Path presets;
  private final Path pictures;
  private final Supplier<Path> runs;
  private final Consumer<RunFolder> stop;
  private final AtomicLong newest = new AtomicLong();

  /**
   * @param background gives every task a thread of its own
   * @param presets folder of the configurations of the lessons
   * @param pictures folder for the pictures, which are drawn once
   * @param runs the folder of runs at the moment
   * @param stop asks a run to save and stop
   */
  public LessonTrainings(
      Executor background,
      Executor toolkit,
      Launcher launcher,
      Path presets,
      Path pictures,
      Supplier<Path> runs,
      Consumer<RunFolder> stop) {
    this.background = background;
    this.toolkit = toolkit;
    this.launcher = launcher;
    this.presets = presets;
    this.pictures = pictures;
    this.runs = runs;
    this.stop = stop;
  }

  @Override
  public void start(
      Order order,
      Consumer<Double> drawing,
      Consumer<RunFolder> launched,
      Consumer<String> failed) {
    long ticket = newest.incrementAndGet();
    Path output = runs.get();
    Latest<Double> drawn =
        new Latest<>(toolkit, share -> ifNewest(ticket, () -> drawing.accept(share)));
    background.execute(
        () -> {
          try {
            Path config = preset(order.stage());
            SampleDataset.write(
                pictures,
                PER_KIND,
                SIDE,
                VALIDATION_SHARE,
                0,
                (count, total) -> drawn.offer((double) count / total));
            toolkit.execute(
                () -> ifNewest(ticket, () -> launch(order, config, output, launched, failed)));
          } catch (SimMimException e) {
            toolkit.execute(() -> ifNewest(ticket, () -> failed.accept(e.getMessage())));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Override
  public void giveUp() {
    newest.incrementAndGet();
  }

  @Override
  public void stop(RunFolder run) {
    stop.accept(run);
  }

  /** The newest run with a tag in a folder of runs; empty before the first. */
  public static Optional<RunFolder> newest(Path output, String tag) {
    Optional<RunFolder> last = Optional.empty();
    for (int n = 1; place(output, tag, n).exists(); n++) {
      last = Optional.of(place(output, tag, n));
    }
    return last;
  }

  private void ifNewest(long ticket, Runnable task) {
    if (ticket == newest.get()) {
      task.run();
    }
  }

  private Path preset(RunStage stage) throws DataException {
    Path file = presets.resolve("simmim_" + stage.command() + "__swin_lesson__img64_window4.yaml");
    if (!Files.exists(file)) {
      throw new DataException(
          "The configuration of this lesson is missing: %s. Install the program with its folder configs/learn."
              .formatted(file));
    }
    return file;
  }

  private void launch(
      Order order,
      Path config,
      Path output,
      Consumer<RunFolder> launched,
      Consumer<String> failed) {
    background.execute(
        () -> {
          RunFolder folder = free(output, order.tag());
          StageCommand command =
              new StageCommand(
                  order.stage(),
                  config,
                  Optional.of(pictures),
                  order.weights().map(file -> Weights.pretrained(file, false)),
                  output,
                  folder.path().getFileName().toString(),
                  "cpu",
                  List.of("MODEL.NAME", NAME));
          try {
            launcher.start(
                command,
                output.resolve(Launcher.FILES),
                NAME + "__" + command.tag(),
                failure -> toolkit.execute(() -> failed.accept(failure.sentence())));
            toolkit.execute(() -> launched.accept(folder));
          } catch (DataException e) {
            toolkit.execute(() -> failed.accept(e.getMessage()));
          }
        });
  }

  private static RunFolder free(Path output, String tag) {
    int n = 1;
    while (place(output, tag, n).exists()) {
      n++;
    }
    return place(output, tag, n);
  }

  private static RunFolder place(Path output, String tag, int n) {
    return RunFolder.of(output, NAME, n == 1 ? tag : tag + "-" + n);
  }
}
