package io.simmim.core.checkpoint;

import io.simmim.core.fault.CheckpointException;
import io.simmim.core.run.AtomicFile;
import io.simmim.core.run.ContentHash;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code utils.save_checkpoint} saves, by the same names, and where in the run it was taken.
 * The configuration is written as a plain dictionary, not as a {@code yacs.config.CfgNode}: the
 * official scripts never read it back, and this way {@code torch.load(weights_only=True)} accepts
 * the file and nobody needs yacs to open it.
 *
 * @param model state dict by official name
 * @param optimizer its {@code state_dict()}; empty in files that hold weights only
 * @param lrScheduler its {@code state_dict()}
 * @param maxAccuracy best validation accuracy so far
 * @param epoch last epoch whose batches are all done, from 0; -1 before the first one is
 * @param scaler state of the loss scaling, in our files also when nothing is scaled; empty in files
 *     that lack it
 * @param config the resolved configuration, nested by key
 * @param classes names of a classifier's classes by index; empty in files of other programs
 * @param position where the run stands; unknown in files of other programs
 * @param sums of what the epoch at the position has told so far; nothing in files of other programs
 * @param origin what the run was trained with; unknown in files of other programs
 */
public record TrainingCheckpoint(
    Map<String, Object> model,
    Map<String, Object> optimizer,
    Map<String, Object> lrScheduler,
    double maxAccuracy,
    int epoch,
    Map<String, Object> scaler,
    Map<String, Object> config,
    List<String> classes,
    Optional<Position> position,
    EpochSums sums,
    Optional<Origin> origin) {

  private static final String POSITION = "position";
  private static final String ORIGIN = "origin";
  private static final String CLASSES = "classes";
  private static final int MAX_COUNT = 1_000_000_000;

  /**
   * The next batch of the run.
   *
   * @param epoch from 0
   * @param step batch in that epoch, from 0; {@code stepsPerEpoch} when all are done and what
   *     follows them, the validation, is not
   * @param stepsPerEpoch batches in an epoch, by which {@code step} counts
   */
  public record Position(int epoch, int step, int stepsPerEpoch) {

    /**
     * The same place where epochs have another length, because of other images or another batch
     * size: what was done of an epoch then means nothing, so it begins anew. One whose batches are
     * all done stays done.
     */
    public Position withStepsPerEpoch(int steps) {
      int kept = steps == stepsPerEpoch ? step : 0;
      return new Position(epoch, trained() ? steps : kept, steps);
    }

    /** Whether no batch of the epoch is left. */
    public boolean trained() {
      return step > 0 && step == stepsPerEpoch;
    }

    /** The last epoch whose batches are all done; -1 before the first is. */
    public int lastTrainedEpoch() {
      return trained() ? epoch : epoch - 1;
    }
  }

  /**
   * What an epoch has told so far, for its means.
   *
   * @param steps batches that were counted
   * @param loss sum over them
   * @param gradNorm sum over them
   */
  public record EpochSums(long steps, double loss, double gradNorm) {

    public static final EpochSums NONE = new EpochSums(0, 0, 0);

    /** The same with one more batch. */
    public EpochSums plus(double batchLoss, double batchGradNorm) {
      return new EpochSums(steps + 1, loss + batchLoss, gradNorm + batchGradNorm);
    }

    /** NaN before the first batch. */
    public double meanLoss() {
      return loss / steps;
    }
  }

  /**
   * What a run was trained with, beside its configuration.
   *
   * @param version of this program
   * @param data fingerprint of the images that are trained on
   * @param device such as {@code cpu}
   */
  public record Origin(String version, String data, String device) {}

  /** A checkpoint of which it is not known what it was trained with. */
  public TrainingCheckpoint(
      Map<String, Object> model,
      Map<String, Object> optimizer,
      Map<String, Object> lrScheduler,
      double maxAccuracy,
      int epoch,
      Map<String, Object> scaler,
      Map<String, Object> config,
      List<String> classes,
      Optional<Position> position) {
    this(
        model,
        optimizer,
        lrScheduler,
        maxAccuracy,
        epoch,
        scaler,
        config,
        classes,
        position,
        EpochSums.NONE,
        Optional.empty());
  }

  /**
   * Where to go on: at the saved position, else at the epoch after the saved one.
   *
   * @param stepsPerEpoch batches in an epoch now
   */
  public Position next(int stepsPerEpoch) {
    return position
        .orElseGet(() -> new Position(epoch + 1, 0, stepsPerEpoch))
        .withStepsPerEpoch(stepsPerEpoch);
  }

  /**
   * Takes what was read from a file.
   *
   * @param saved its entries; those that are missing are empty
   * @param model its weights by official name, which are not copied
   * @param file where it was read, for messages
   * @throws CheckpointException when an entry is of another kind than saved
   */
  public static TrainingCheckpoint of(
      Map<String, ?> saved, Map<String, ? extends Object> model, Path file)
      throws CheckpointException {
    try {
      return new TrainingCheckpoint(
          Collections.unmodifiableMap(model),
          map(saved, "optimizer"),
          map(saved, "lr_scheduler"),
          number(saved, "max_accuracy", 0).doubleValue(),
          count(saved, "epoch", -1),
          map(saved, "scaler"),
          PlainTree.of(map(saved, "config")),
          names(saved, CLASSES),
          saved.containsKey(POSITION)
              ? Optional.of(position(map(saved, POSITION)))
              : Optional.empty(),
          sums(map(saved, POSITION)),
          saved.containsKey(ORIGIN) ? Optional.of(origin(map(saved, ORIGIN))) : Optional.empty());
    } catch (FormatException e) {
      throw new CheckpointException(
          "Checkpoint '" + file + "' is damaged (" + e.getMessage() + "); use another copy of it.",
          e);
    }
  }

  private static Position position(Map<String, Object> saved) throws FormatException {
    int steps = count(saved, "steps_per_epoch", 0);
    int step = count(saved, "step", 0);
    if (step > steps) {
      throw new FormatException("it stands at step " + step + " of " + steps);
    }
    return new Position(count(saved, "epoch", 0), step, steps);
  }

  private static EpochSums sums(Map<String, Object> saved) throws FormatException {
    return new EpochSums(
        count(saved, "summed_steps", 0),
        number(saved, "loss_sum", 0).doubleValue(),
        number(saved, "grad_norm_sum", 0).doubleValue());
  }

  private static Origin origin(Map<String, Object> saved) {
    return new Origin(text(saved, "version"), text(saved, "data"), text(saved, "device"));
  }

  private static String text(Map<?, ?> root, String key) {
    return root.get(key) instanceof String value ? value : "";
  }

  private static int count(Map<?, ?> root, String key, int otherwise) throws FormatException {
    double value = number(root, key, otherwise).doubleValue();
    if (!(value >= otherwise && value <= MAX_COUNT)) {
      throw new FormatException("its " + key + " is " + value);
    }
    return (int) value;
  }

  private static Number number(Map<?, ?> root, String key, Number otherwise) {
    return root.get(key) instanceof Number value ? value : otherwise;
  }

  private static List<String> names(Map<?, ?> root, String key) throws FormatException {
    List<String> names = new ArrayList<>();
    for (Object item : root.get(key) instanceof List<?> list ? list : List.of()) {
      if (!(item instanceof String name)) { // a list may contain itself
        throw new FormatException("its " + key + " are not all names");
      }
      names.add(name);
    }
    return Collections.unmodifiableList(names);
  }

  private static Map<String, Object> map(Map<?, ?> root, String key) {
    Map<String, Object> result = new LinkedHashMap<>();
    if (root.get(key) instanceof Map<?, ?> map) {
      map.forEach((name, value) -> result.put(String.valueOf(name), value));
    }
    return Collections.unmodifiableMap(result);
  }

  /**
   * Writes the file so that it is there whole, under its final name, or not at all.
   *
   * @return what was written
   * @throws CheckpointException when the disk is full or the folder not writable
   */
  public ContentHash write(Path file) throws CheckpointException {
    MessageDigest digest = ContentHash.digest();
    long[] bytes = {0};
    try {
      AtomicFile.write(
          file,
          channel -> {
            OutputStream out = Channels.newOutputStream(channel);
            TorchFile.write(new DigestOutputStream(out, digest), tree());
            bytes[0] = channel.position();
          });
      return new ContentHash(bytes[0], ContentHash.hex(digest));
    } catch (UncheckedIOException e) {
      throw TensorBytes.refusal(e);
    } catch (IOException e) {
      throw new CheckpointException(
          "Checkpoint '"
              + file
              + "' could not be written ("
              + e.getMessage()
              + "); make room on the disk or choose another --output.",
          e);
    }
  }

  private Map<String, Object> tree() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("model", model);
    root.put("optimizer", optimizer);
    root.put("lr_scheduler", lrScheduler);
    root.put("max_accuracy", maxAccuracy);
    root.put("epoch", epoch);
    root.put("scaler", scaler);
    root.put("config", config);
    if (!classes.isEmpty()) {
      root.put(CLASSES, classes);
    }
    position.ifPresent(p -> root.put(POSITION, tree(p, sums)));
    origin.ifPresent(o -> root.put(ORIGIN, tree(o)));
    return root;
  }

  private static Map<String, Object> tree(Origin origin) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("version", origin.version());
    tree.put("data", origin.data());
    tree.put("device", origin.device());
    return tree;
  }

  private static Map<String, Object> tree(Position position, EpochSums sums) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("epoch", position.epoch());
    tree.put("step", position.step());
    tree.put("steps_per_epoch", position.stepsPerEpoch());
    if (sums.steps() > 0) {
      tree.put("summed_steps", sums.steps());
      tree.put("loss_sum", sums.loss());
      tree.put("grad_norm_sum", sums.gradNorm());
    }
    return tree;
  }
}
