package io.simmim.core.config;

/**
 * Keys under {@code DATA}: where the images are, how they become batches, and what is hidden.
 *
 * @param batchSize images per step on one device
 * @param imgSize side of the square network input, in pixels
 * @param exifRotate turn photographs upright as their EXIF data say; the official programs do not
 * @param cacheMode which decoded images are kept: {@code no}, {@code part} or {@code full}
 * @param maskPatchSize side of one mask cell, in pixels
 * @param maskRatio wanted share of hidden mask cells, in (0, 1)
 */
public record DataConfig(
    int batchSize,
    String dataPath,
    String dataset,
    int imgSize,
    String interpolation,
    boolean exifRotate,
    String cacheMode,
    boolean pinMemory,
    int numWorkers,
    int maskPatchSize,
    double maskRatio) {}
