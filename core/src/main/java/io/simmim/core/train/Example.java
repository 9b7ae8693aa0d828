package io.simmim.core.train;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;

/**
 * A batch as the network sees it.
 *
 * @param x normalised images [B, C, H, W]
 * @param mask [B, h, w] float32, 1 = hidden; null when nothing is hidden
 * @param loss from the encoder's last tokens [B, N, C'] to the mean loss of the batch, []
 */
public record Example(NDArray x, NDArray mask, UnaryOperator<NDArray> loss) {}
