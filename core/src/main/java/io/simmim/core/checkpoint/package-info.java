/**
 * Checkpoint files in PyTorch's own formats and in safetensors, read without ever running what a
 * pickle asks for, and written in the official layout. Start with {@link
 * io.simmim.core.checkpoint.SavedFile} for reading, {@link io.simmim.core.checkpoint.TorchFile} and
 * {@link io.simmim.core.checkpoint.SafetensorsWriter} for writing, and {@link
 * io.simmim.core.checkpoint.TrainingCheckpoint} for what is inside.
 */
package io.simmim.core.checkpoint;
