/**
 * Training, written out so that it reads like the paper's pseudo-code: one loop for all stages, and
 * evaluation and throughput as runs beside it. Start with {@link
 * io.simmim.core.train.TrainingLoop}, then {@link io.simmim.core.train.Stage}.
 */
package io.simmim.core.train;
