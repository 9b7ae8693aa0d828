package io.simmim.core.config;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One experiment, complete: every key has a value. Component names are the official keys in camel
 * case, so {@code TRAIN.BASE_LR} is {@code train().baseLr()}.
 *
 * @param ampOptLevel precision level of the official command line: empty or {@code O0} to {@code
 *     O2}
 * @param wantedPrecision the word of {@code PRECISION}, empty when it is not given; see {@link
 *     #precision}
 * @param output folder above {@code MODEL.NAME/TAG}, where runs are written
 * @param saveFreq epochs between two checkpoints
 * @param saveSteps optimizer steps between two checkpoints within an epoch, 0 for none
 * @param saveMinutes minutes between two checkpoints within an epoch, 0 for none
 * @param keepLast how many checkpoints of whole epochs are kept, 0 for all
 * @param keepBest whether the best one is kept beside them
 * @param printFreq optimizer steps between two log lines
 * @param pretrained checkpoint that fine-tuning starts from, empty for none
 */
public record ExperimentConfig(
    DataConfig data,
    ModelConfig model,
    TrainConfig train,
    AugConfig aug,
    TestConfig test,
    String ampOptLevel,
    @KeyName("PRECISION") String wantedPrecision,
    String output,
    String tag,
    int saveFreq,
    int saveSteps,
    double saveMinutes,
    int keepLast,
    boolean keepBest,
    int printFreq,
    long seed,
    boolean evalMode,
    boolean throughputMode,
    int localRank,
    String pretrained) {

  /** The official defaults. */
  public static ExperimentConfig defaults() {
    return from(ConfigValues.defaults());
  }

  public static ExperimentConfig from(ConfigValues values) {
    return RecordBinding.bind(ExperimentConfig.class, "", values::get);
  }

  /**
   * The precision to compute in: what {@code PRECISION} says; else {@link Precision#BF16} when
   * {@code AMP_OPT_LEVEL} asks for mixed precision, since that needs no loss scaling; else {@link
   * Precision#FP32}.
   */
  public Precision precision() {
    if (!wantedPrecision.isEmpty()) {
      return Precision.ofYamlName(wantedPrecision);
    }
    return asksForMixedPrecision() ? Precision.BF16 : Precision.FP32;
  }

  boolean asksForMixedPrecision() {
    return ampOptLevel.equals("O1") || ampOptLevel.equals("O2");
  }

  /** The same configuration by dotted path; {@link #from} turns it back. */
  public ConfigValues values() {
    Map<String, Object> values = new LinkedHashMap<>();
    RecordBinding.collect(this, "", values::put);
    return ConfigValues.of(values);
  }

  /** A copy with one other value; see {@link ConfigValues#with}. */
  public ExperimentConfig with(String path, Object value) {
    return from(values().with(path, value));
  }
}
