package io.simmim.workbench.testing;

import io.simmim.core.fault.DataException;
import io.simmim.core.run.EventLog;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunManifest;
import io.simmim.core.run.RunOwner;
import io.simmim.core.run.RunStatus;
import io.simmim.workbench.launch.RunStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Writes the folder of a run, step by step, through the same classes that a training uses. */
public final class RunFixture implements AutoCloseable {

  /** Steps of an epoch. */
  public static final int STEPS = 40;

  /** Epochs of a run. */
  public static final int EPOCHS = 30;

  private static final int PROBES = 4;

  private final RunFolder folder;
  private final EventLog log;
  private final Random random = new Random(7);
  private final Duration stepTime = Duration.ofMillis(180);
  private final RunManifest manifest;
  private final RunStage stage;
  private Instant clock;
  private double bestTop1;

  /** Starts a pre-training in {@code output/<name>/<tag>} that is owned by this very process. */
  public RunFixture(Path output, String name, String tag, Instant start)
      throws DataException, IOException {
    this(RunStage.PRETRAIN, output, name, tag, start);
  }

  /** Starts a run of any stage; those that do not train are given a checkpoint. */
  public RunFixture(RunStage stage, Path output, String name, String tag, Instant start)
      throws DataException, IOException {
    this.stage = stage;
    folder = RunFolder.of(output, name, tag);
    Files.createDirectories(folder.path());
    clock = start;
    RunManifest now =
        RunManifest.starting(
            List.of(stage.command()), "cpu", name, output.resolve("photos").toString(), "f00d");
    manifest = withStart(now, now.owner(), start);
    manifest.write(folder.manifest());
    Files.writeString(folder.config(), "MODEL:\n  NAME: " + name + "\nTAG: " + tag + "\n");
    log = EventLog.open(folder.events());
    String checkpoint = stage == RunStage.EVALUATE ? folder.checkpoint(9).toString() : null;
    log.accept(
        new RunEvent.Started(
            clock,
            stage.command(),
            stage.trains() ? EPOCHS : 1,
            STEPS,
            32,
            0,
            0,
            stage.trains() ? 1280 : 0,
            1_204_512,
            "cpu",
            checkpoint));
  }

  public RunFolder folder() {
    return folder;
  }

  /**
   * Runs whole epochs, with a checkpoint after every fifth; with pictures or with an accuracy, by
   * the stage.
   */
  public RunFixture epochs(int from, int to) throws DataException, IOException {
    for (int epoch = from; epoch < to; epoch++) {
      steps(epoch, 0, STEPS);
      log.accept(new RunEvent.Epoch(clock, epoch, lossAt(epoch * STEPS + STEPS / 2), 7.2));
      if (stage == RunStage.FINETUNE) {
        validation(epoch, 78 * (1 - Math.exp(-(epoch + 1) / 9.0)) + random.nextGaussian());
      }
      if ((epoch + 1) % 5 == 0) {
        checkpoint(epoch);
      }
    }
    return this;
  }

  /** Runs the steps {@code from} to {@code to} of an epoch. */
  public RunFixture steps(int epoch, int from, int to) throws DataException {
    for (int i = from; i < to; i++) {
      long step = (long) epoch * STEPS + i;
      clock = clock.plus(stepTime);
      double loss = lossAt(step) * (1 + 0.07 * random.nextGaussian());
      double speed = i == to - 1 ? 178.4 : 178.4 + 3 * random.nextGaussian();
      double norm = 0.8 * lossAt(step) * (1 + 0.2 * Math.abs(random.nextGaussian()));
      log.accept(
          new RunEvent.Step(clock, step, epoch, i, loss, rate(step), norm, speed, .18, .01, 1480));
    }
    return this;
  }

  /** Measures 1,000 images, the top-5 accuracy follows from the top-1. */
  public RunFixture validation(int epoch, double top1) throws DataException {
    bestTop1 = Math.max(bestTop1, top1);
    long step = (long) (epoch + 1) * STEPS - 1;
    double top5 = 100 - (100 - top1) * 0.3;
    double loss = 0.6 + 1.9 * Math.exp(-(epoch + 1) / 8.0);
    log.accept(new RunEvent.Validation(clock, epoch, step, 1000, loss, top1, top5, bestTop1, 3.2));
    return this;
  }

  /** How far a measurement is. */
  public RunFixture progress(long done, long total, double imagesPerSecond) throws DataException {
    log.accept(new RunEvent.Progress(clock, stage.command(), done, total, imagesPerSecond));
    return this;
  }

  /** The speed: 30 batches of 64. */
  public RunFixture throughput(double imagesPerSecond) throws DataException {
    double seconds = 30 * 64 / imagesPerSecond;
    log.accept(new RunEvent.Throughput(clock, 64, 30, seconds, imagesPerSecond, 912));
    return this;
  }

  /** Something worth knowing. */
  public RunFixture note(String sentence) throws DataException {
    log.accept(new RunEvent.Note(clock, sentence));
    return this;
  }

  /** A checkpoint, empty, and in a pre-training the pictures made from it. */
  public RunFixture checkpoint(int epoch) throws DataException, IOException {
    long step = (long) (epoch + 1) * STEPS - 1;
    Files.write(folder.checkpoint(epoch), new byte[] {0});
    log.accept(new RunEvent.Checkpoint(clock, epoch, step, "ckpt_epoch_" + epoch + ".pth"));
    if (stage == RunStage.PRETRAIN) {
      ProbePictures.write(folder, epoch, PROBES, (double) (epoch + 1) / EPOCHS);
      log.accept(new RunEvent.Preview(clock, epoch, step, PROBES, lossAt(step)));
    }
    return this;
  }

  /** Lines for people. */
  public RunFixture logLines(String... lines) throws IOException {
    Files.writeString(folder.log(0), String.join("\n", lines) + "\n");
    return this;
  }

  public RunFixture end(RunEvent.Outcome outcome, String message) throws DataException {
    manifest.withState(RunStatus.of(outcome)).write(folder.manifest());
    log.accept(new RunEvent.Ended(clock, outcome, 0, 0, message));
    return this;
  }

  /** From now on the run's process is one that does not exist. */
  public RunFixture crash() throws DataException {
    RunOwner gone = new RunOwner(Integer.MAX_VALUE, manifest.owner().host(), Instant.EPOCH);
    withStart(manifest, gone, manifest.startedAt()).write(folder.manifest());
    return this;
  }

  @Override
  public void close() throws DataException {
    log.close();
  }

  private static double lossAt(long step) {
    return 0.21 + 0.75 * Math.exp(-step / 240.0);
  }

  private static double rate(long step) {
    double warm = 2.0 * STEPS;
    double share = step / (double) (EPOCHS * STEPS);
    return step < warm ? 1e-3 * step / warm : 5e-4 * (1 + Math.cos(Math.PI * share));
  }

  private static RunManifest withStart(RunManifest m, RunOwner owner, Instant start) {
    return new RunManifest(
        m.commandLine(),
        m.version(),
        m.java(),
        m.os(),
        m.device(),
        m.configName(),
        m.dataPath(),
        m.dataFingerprint(),
        owner,
        start,
        m.state());
  }
}
