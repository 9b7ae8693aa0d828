/**
 * From a folder of images to batches for the network. What a batch holds depends on the seed, the
 * epoch and the position only, never on threads. Start with {@link
 * io.simmim.core.data.BatchLoader}, {@link io.simmim.core.data.FineTuneLoader} and {@link
 * io.simmim.core.data.EvaluationLoader}.
 */
package io.simmim.core.data;
