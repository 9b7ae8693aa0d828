/**
 * How fast this program is here: training steps and forward passes, own and those of a TorchScript
 * file, loading of checkpoints, reading of images. Start with {@link
 * io.simmim.core.bench.Alternation}.
 */
package io.simmim.core.bench;
