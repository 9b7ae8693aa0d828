package io.simmim.workbench.checkpoint;

import java.nio.file.Path;

/**
 * A picture that a checkpoint filled in.
 *
 * @param figure file of the panels original, masked, reconstruction, visible and reconstruction,
 *     error
 * @param loss on the hidden pixels
 * @param psnr on the hidden pixels, in dB
 */
public record ReconstructedPicture(Path picture, Path figure, double loss, double psnr) {}
