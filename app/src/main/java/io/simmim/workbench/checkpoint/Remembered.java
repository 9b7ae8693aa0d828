package io.simmim.workbench.checkpoint;

import java.util.function.DoubleConsumer;

/**
 * A place of a divider that outlives the window.
 *
 * @param position 0 to 1
 * @param remember told where the user put it
 */
public record Remembered(double position, DoubleConsumer remember) {}
