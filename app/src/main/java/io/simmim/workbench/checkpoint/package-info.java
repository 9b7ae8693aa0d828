/**
 * The page Checkpoint: what a file is, what can be done with it, what is in it, and how it differs
 * from another. Start with {@link io.simmim.workbench.checkpoint.CheckpointPage} and {@link
 * io.simmim.workbench.checkpoint.OpenFileViewModel}.
 */
package io.simmim.workbench.checkpoint;
