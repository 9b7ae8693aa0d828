/**
 * What there is to compute with: processor, graphics cards and their driver, and the native library
 * that DJL would load. Looks only at files, the environment and {@code nvidia-smi}; starts no
 * engine. Start with {@link io.simmim.core.machine.Machine}.
 */
package io.simmim.core.machine;
