package io.simmim.workbench.sweep;

/**
 * How fast a run of the same model was.
 *
 * @param source where that is known from, to end a sentence
 */
public record MeasuredSpeed(double imagesPerSecond, String source) {}
