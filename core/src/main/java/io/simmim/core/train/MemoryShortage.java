package io.simmim.core.train;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Precision;
import io.simmim.core.fault.EngineException;
import io.simmim.core.stats.ModelStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells a lack of memory from other failures of the engine, and what helps against it. */
final class MemoryShortage {

  /** What libtorch, its allocators and NVIDIA's libraries call it, in lower case. */
  private static final List<String> WORDS =
      List.of("out of memory", "can't allocate memory", "alloc_failed", "not enough memory");

  private static final double MIB = 1 << 20;

  private MemoryShortage() {}

  /** The failure as one sentence, if it is a lack of memory. */
  static Optional<EngineException> of(
      RuntimeException failure, ExperimentConfig config, String device) {
    boolean memory =
        Stream.iterate((Throwable) failure, t -> t != null, Throwable::getCause)
            .map(t -> String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT))
            .anyMatch(text -> WORDS.stream().anyMatch(text::contains));
    return memory
        ? Optional.of(new EngineException(sentence(config, device), failure))
        : Optional.empty();
  }

  /** What the user can do, the most telling first. */
  static String remedies(ExperimentConfig config) {
    List<String> remedies = new ArrayList<>();
    if (config.data().batchSize() > 1) {
      remedies.add(
          "make DATA.BATCH_SIZE (%d) smaller, with TRAIN.ACCUMULATION_STEPS in its place"
              .formatted(config.data().batchSize()));
    }
    if (!config.train().useCheckpoint()) {
      remedies.add("set TRAIN.USE_CHECKPOINT");
    }
    if (config.precision() == Precision.FP32 || config.precision() == Precision.TF32) {
      remedies.add("compute in bf16 (PRECISION)");
    }
    remedies.add("choose a smaller model");
    String last = remedies.remove(remedies.size() - 1);
    return remedies.isEmpty() ? last : String.join(", ", remedies) + " or " + last;
  }

  private static String sentence(ExperimentConfig config, String device) {
    return "The memory of %s is not enough for this training: %s. %s What was saved before is as it was, and can be resumed."
        .formatted(
            device.equals("cpu") ? "this machine" : device, remedies(config), estimate(config));
  }

  private static String estimate(ExperimentConfig config) {
    boolean sgd = config.train().optimizer().name().equals("sgd");
    long numbers = ModelStats.of(config).encoderParameters() * (sgd ? 3 : 4);
    return String.format(
        Locale.ROOT,
        "The encoder's weights and gradients and what the optimizer remembers of them take %.1f MiB, whatever the batch is; what a batch of %d images adds is measured by 'simmim estimate'.",
        numbers * Float.BYTES / MIB,
        config.data().batchSize());
  }
}
