/**
 * Sweeps: the values that some keys take in turn, their combinations, and which of these a stage
 * can train. Start with {@link io.simmim.core.sweep.AxisReading} and {@link
 * io.simmim.core.sweep.Sweep}.
 */
package io.simmim.core.sweep;
