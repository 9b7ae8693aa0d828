package io.simmim.core.config;

import static io.simmim.core.config.ConfigSection.OUTPUT;
import static io.simmim.core.config.ConfigSection.TRAINING;
import static io.simmim.core.config.KeyDraft.flag;
import static io.simmim.core.config.KeyDraft.integer;
import static io.simmim.core.config.KeyDraft.number;
import static io.simmim.core.config.KeyDraft.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The keys of the top level. */
final class RunKeys {

  private static final long MAX_SEED = 0xFFFF_FFFFL;

  static final List<ConfigKey> ALL =
      List.of(
          text(TRAINING, "AMP_OPT_LEVEL", "")
              .oneOf("", "O0", "O1", "O2")
              .says("Mixed precision in apex's words, for when PRECISION is empty; O0 is none."),
          text(TRAINING, "PRECISION", "")
              .knownTo(KeySource.WORKBENCH)
              .oneOf(precisions())
              .says(
                  "Number format of matrix products; empty for fp32, or what AMP_OPT_LEVEL says."),
          text(OUTPUT, "OUTPUT", "").says("Folder in which the folders of the runs are made."),
          text(OUTPUT, "TAG", "default").says("Name of this run and of its folder."),
          integer(OUTPUT, "SAVE_FREQ", 1)
              .positive()
              .unit("epochs")
              .says("Epochs from one checkpoint to the next."),
          integer(OUTPUT, "SAVE_STEPS", 0)
              .knownTo(KeySource.WORKBENCH)
              .unit("optimizer steps")
              .says("Steps from one checkpoint within an epoch to the next; 0 for none by steps."),
          number(OUTPUT, "SAVE_MINUTES", 30.0)
              .knownTo(KeySource.WORKBENCH)
              .in(NumberRange.atLeast(0))
              .unit("minutes")
              .says("Time from one checkpoint within an epoch to the next; 0 for none by time."),
          integer(OUTPUT, "KEEP_LAST", 0)
              .knownTo(KeySource.WORKBENCH)
              .unit("checkpoints")
              .says("Newest checkpoints of whole epochs to keep; 0 keeps all."),
          flag(OUTPUT, "KEEP_BEST", true)
              .knownTo(KeySource.WORKBENCH)
              .says("Keep the best checkpoint as well where KEEP_LAST has older ones deleted."),
          integer(OUTPUT, "PRINT_FREQ", 10)
              .positive()
              .unit("steps")
              .says("Steps from one log line to the next."),
          integer(TRAINING, "SEED", 0)
              .from(0, MAX_SEED)
              .says("Start of all random numbers; the same seed repeats the same run."),
          flag(TRAINING, "EVAL_MODE", false).says("Only evaluate, do not train."),
          flag(TRAINING, "THROUGHPUT_MODE", false).says("Only measure the speed."),
          integer(TRAINING, "LOCAL_RANK", 0)
              .from(-1, 1024)
              .says("Given by the official launcher; it changes nothing here, in one process."),
          text(TRAINING, "PRETRAINED", "")
              .knownTo(KeySource.SIMMIM)
              .says("Pre-trained checkpoint from which fine-tuning starts."));

  private RunKeys() {}

  private static String[] precisions() {
    return Stream.concat(Stream.of(""), Arrays.stream(Precision.values()).map(Precision::yamlName))
        .toArray(String[]::new);
  }
}
