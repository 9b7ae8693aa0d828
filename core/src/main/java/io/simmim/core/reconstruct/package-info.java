/**
 * From image, mask and model to pictures and numbers. Start with {@link
 * io.simmim.core.reconstruct.Reconstructor}.
 */
package io.simmim.core.reconstruct;
