package io.simmim.core.train;

import static java.util.stream.Collectors.joining;

import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.checkpoint.TrainingCheckpoint.Origin;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * In what a run that goes on is not what it was when its checkpoint was saved.
 *
 * @param changes what makes it another run, such as {@code TRAIN.BASE_LR 0.1 (was 0.2)}
 * @param others what is known to change without that: a longer run, a newer program, another device
 */
record ResumeDifferences(List<String> changes, List<String> others) {

  /** Keys that change no number of a training; the images are compared themselves. */
  private static final Set<String> NEUTRAL =
      Set.of(
          "OUTPUT",
          "TAG",
          "SAVE_FREQ",
          "SAVE_STEPS",
          "SAVE_MINUTES",
          "KEEP_LAST",
          "KEEP_BEST",
          "PRINT_FREQ",
          "EVAL_MODE",
          "THROUGHPUT_MODE",
          "LOCAL_RANK",
          "PRETRAINED",
          "MODEL.NAME",
          "MODEL.RESUME",
          "TRAIN.AUTO_RESUME",
          "TRAIN.START_EPOCH",
          "TRAIN.USE_CHECKPOINT",
          "DATA.DATASET",
          "DATA.DATA_PATH",
          "DATA.ZIP_MODE",
          "DATA.CACHE_MODE",
          "DATA.PIN_MEMORY",
          "DATA.NUM_WORKERS");

  /** Whoever changes this wants the run to go on. */
  private static final Set<String> EXTENDING = Set.of("TRAIN.EPOCHS");

  private static final ResumeDifferences NONE = new ResumeDifferences(List.of(), List.of());

  /**
   * Compares. What a file of another program does not tell is taken to be the same.
   *
   * @param here what the run would be trained with now
   */
  static ResumeDifferences of(TrainingCheckpoint saved, ExperimentConfig config, Origin here) {
    List<String> changes = new ArrayList<>();
    List<String> others = new ArrayList<>();
    if (!saved.config().isEmpty()) {
      compare(before(saved.config()), config.values().asMap(), changes, others);
    }
    saved.origin().ifPresent(origin -> compare(origin, here, changes, others));
    return changes.isEmpty() && others.isEmpty()
        ? NONE
        : new ResumeDifferences(List.copyOf(changes), List.copyOf(others));
  }

  private static Map<String, Object> before(Map<String, Object> nested) {
    return new ConfigLoader()
        .fromNested(nested, "checkpoint", Overrides.none())
        .draft()
        .values()
        .asMap();
  }

  private static void compare(
      Map<String, Object> before,
      Map<String, Object> now,
      List<String> changes,
      List<String> others) {
    now.forEach(
        (key, value) -> {
          if (!NEUTRAL.contains(key) && !Objects.equals(value, before.get(key))) {
            List<String> list = EXTENDING.contains(key) ? others : changes;
            list.add("%s %s (was %s)".formatted(key, value, before.get(key)));
          }
        });
  }

  private static void compare(
      Origin before, Origin now, List<String> changes, List<String> others) {
    if (!before.data().equals(now.data())) {
      changes.add("other images (some were added, removed or changed)");
    }
    if (!before.version().equals(now.version())) {
      others.add("version %s of this program (was %s)".formatted(now.version(), before.version()));
    }
    if (!before.device().equals(now.device())) {
      others.add("device %s (was %s)".formatted(now.device(), before.device()));
    }
  }

  /**
   * Refuses a run that would go on as another by itself.
   *
   * @throws ConfigException when anything that makes it another run has changed
   */
  void requireSameRun() throws ConfigException {
    if (!changes.isEmpty()) {
      throw new ConfigException(
          "The run is not what it was when its checkpoint was saved: %s; set that back, or go on with it by --allow-changes, or begin a new run under another --tag."
              .formatted(String.join(", ", changes)));
    }
  }

  /** All of it in one sentence; empty when there is none. */
  List<String> inWords() {
    List<String> all = new ArrayList<>(changes);
    all.addAll(others);
    return all.isEmpty()
        ? List.of()
        : List.of(
            all.stream().collect(joining(", ", "Not as when the checkpoint was saved: ", ".")));
  }
}
