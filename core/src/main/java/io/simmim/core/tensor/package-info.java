/**
 * The thin layer over the native tensor engine, and the only place that touches its classes:
 * start-up, scopes that free native memory, and the few operations that the engine's Java side
 * lacks. Start with {@link io.simmim.core.tensor.TorchEngine}, then {@link
 * io.simmim.core.tensor.Ops}.
 */
package io.simmim.core.tensor;
