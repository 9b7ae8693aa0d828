package io.simmim.core.config;

/**
 * Keys under {@code TRAIN}. The three learning rates are per 512 images: the trainer multiplies
 * them by {@code batch * devices / 512} and by {@link #accumulationSteps} when that is above 1
 * (official {@code main_simmim.py}).
 *
 * @param clipGrad largest total gradient norm; 0 leaves gradients as they are
 * @param accumulationSteps batches summed into one optimizer step; 0 and 1 both mean every batch
 * @param useCheckpoint recompute activations in the backward pass to save memory
 * @param layerDecay factor on the learning rate from one layer to the one below (fine-tuning)
 */
public record TrainConfig(
    int startEpoch,
    int epochs,
    int warmupEpochs,
    double weightDecay,
    double baseLr,
    double warmupLr,
    double minLr,
    double clipGrad,
    boolean autoResume,
    int accumulationSteps,
    boolean useCheckpoint,
    LrSchedulerConfig lrScheduler,
    OptimizerConfig optimizer,
    double layerDecay) {}
