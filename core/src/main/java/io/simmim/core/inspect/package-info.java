/**
 * What a checkpoint file is, told from its content alone and without an engine: its kind, the model
 * that it belongs to, what is missing, what can be done with it, and how two files differ. Start
 * with {@link io.simmim.core.inspect.Inspection} and {@link io.simmim.core.inspect.CheckpointDiff}.
 */
package io.simmim.core.inspect;
