/**
 * Training, written out so that it reads like the paper's pseudo-code. Start with {@link
 * io.simmim.core.train.TrainingLoop}.
 */
package io.simmim.core.train;
