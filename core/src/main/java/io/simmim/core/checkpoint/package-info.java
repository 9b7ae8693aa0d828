/**
 * Checkpoint files in PyTorch's own format, read without ever running what a pickle asks for, and
 * written in the official layout. Start with {@link io.simmim.core.checkpoint.TorchFile} for the
 * format and {@link io.simmim.core.checkpoint.TrainingCheckpoint} for what is inside.
 */
package io.simmim.core.checkpoint;
