package io.simmim.core.run;

import io.simmim.core.fault.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where everything of one run lies. Only paths: nothing is created or read, but for the listings.
 *
 * @param path {@code <output>/<MODEL.NAME>/<TAG>}
 */
public record RunFolder(Path path) {

  private static final Pattern CHECKPOINT = Pattern.compile("ckpt_epoch_(\\d{1,9})\\.pth");
  private static final Pattern INTERIM =
      Pattern.compile("ckpt_epoch_(\\d{1,9})_step_(\\d{1,9})\\.pth");
  private static final Pattern PREVIEW = Pattern.compile("epoch_(\\d{1,9})");

  /** The folder that the official code would use for these three values. */
  public static RunFolder of(Path output, String modelName, String tag) {
    return new RunFolder(output.resolve(modelName).resolve(tag));
  }

  /** Whether a run was ever started here. */
  public boolean exists() {
    return Files.isRegularFile(manifest()) || Files.isRegularFile(events());
  }

  /** The whole resolved configuration. */
  public Path config() {
    return path.resolve("config.yaml");
  }

  /** What was run, where and by whom: {@link RunManifest}. */
  public Path manifest() {
    return path.resolve("run.json");
  }

  /** What people wrote about the run: {@link RunNotes}. */
  public Path notes() {
    return path.resolve("notes.json");
  }

  /** The story of the run, one JSON object a line: {@link EventLog}, {@link EventReader}. */
  public Path events() {
    return path.resolve("events.jsonl");
  }

  /** The same story in the official log format: {@link OfficialLog}. */
  public Path log(int rank) {
    return path.resolve("log_rank" + rank + ".txt");
  }

  /** Held by the training process: {@link RunLock}. */
  public Path lock() {
    return path.resolve("run.lock");
  }

  /**
   * Whoever wants the run to stop cleanly creates this file, on any machine that sees the folder.
   * The training looks for it at every step, and removes it when it starts and once it has stopped.
   */
  public Path stopRequest() {
    return path.resolve("stop.request");
  }

  /** The checkpoint written after {@code epoch}, counted from 0. */
  public Path checkpoint(int epoch) {
    return path.resolve("ckpt_epoch_" + epoch + ".pth");
  }

  /**
   * The checkpoint written within {@code epoch}, before its batch {@code step}; both counted from
   * 0.
   */
  public Path checkpoint(int epoch, int step) {
    return path.resolve("ckpt_epoch_" + epoch + "_step_" + step + ".pth");
  }

  /** Whether a file is named like a checkpoint that was written within an epoch. */
  public static boolean isInterim(String fileName) {
    return INTERIM.matcher(fileName).matches();
  }

  /** The checkpoints that exist and were written within an epoch, in no order. */
  public List<Path> interimCheckpoints() throws DataException {
    return numbered(path, INTERIM).stream().map(EpochPath::path).toList();
  }

  /** What the run knows of its checkpoints: {@link CheckpointManifest}. */
  public Path checkpointManifest() {
    return path.resolve("checkpoints.json");
  }

  /** The checkpoints of whole epochs that exist, by ascending epoch. */
  public List<EpochPath> checkpoints() throws DataException {
    return numbered(path, CHECKPOINT);
  }

  /** The epoch in a checkpoint's file name; empty when it is not named like a checkpoint. */
  public static OptionalInt epochOf(Path checkpoint) {
    Matcher matcher = CHECKPOINT.matcher(checkpoint.getFileName().toString());
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  /** Pictures of the probe images. */
  public Path previews() {
    return path.resolve("previews");
  }

  /** The pictures of {@code epoch}. */
  public Path preview(int epoch) {
    return previews().resolve("epoch_%04d".formatted(epoch));
  }

  /** The epochs that have pictures, ascending. */
  public List<EpochPath> previewEpochs() throws DataException {
    return numbered(previews(), PREVIEW);
  }

  public Path probeOriginal(int probe) {
    return previews().resolve("probe_" + probe).resolve("original.png");
  }

  public Path probeMasked(int probe) {
    return previews().resolve("probe_" + probe).resolve("masked.png");
  }

  public Path probeReconstruction(int epoch, int probe) {
    return preview(epoch).resolve("probe_" + probe + "_reconstruction.png");
  }

  /** Visible pixels of the original with the reconstruction in the hidden places. */
  public Path probeCombined(int epoch, int probe) {
    return preview(epoch).resolve("probe_" + probe + "_combined.png");
  }

  public Path probeError(int epoch, int probe) {
    return preview(epoch).resolve("probe_" + probe + "_error.png");
  }

  private static List<EpochPath> numbered(Path folder, Pattern pattern) throws DataException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.flatMap(entry -> EpochPath.match(entry, pattern)).sorted().toList();
    } catch (IOException e) {
      throw DiskFault.reading(folder, e);
    }
  }

  /** Something that an epoch, counted from 0, left in the folder. */
  public record EpochPath(int epoch, Path path) implements Comparable<EpochPath> {

    private static Stream<EpochPath> match(Path path, Pattern pattern) {
      Matcher matcher = pattern.matcher(path.getFileName().toString());
      return matcher.matches()
          ? Stream.of(new EpochPath(Integer.parseInt(matcher.group(1)), path))
          : Stream.empty();
    }

    @Override
    public int compareTo(EpochPath other) {
      return Integer.compare(epoch, other.epoch);
    }
  }
}
