package io.simmim.core.config;

/**
 * One experiment, complete: every official key has a value. Component names are the official keys
 * in camel case, so {@code TRAIN.BASE_LR} is {@code train().baseLr()}.
 *
 * @param ampOptLevel precision level of the official command line: empty or {@code O0} to {@code
 *     O2}
 * @param output folder above {@code MODEL.NAME/TAG}, where runs are written
 * @param saveFreq epochs between two checkpoints
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
    String output,
    String tag,
    int saveFreq,
    int printFreq,
    long seed,
    boolean evalMode,
    boolean throughputMode,
    int localRank,
    String pretrained) {}
