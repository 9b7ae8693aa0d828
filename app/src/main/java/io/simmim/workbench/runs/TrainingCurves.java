package io.simmim.workbench.runs;

import io.simmim.workbench.chart.Series;

/**
 * What every optimizer step of a run told, over the steps.
 *
 * @param elapsed seconds of training so far, without the pauses before a resume
 */
public record TrainingCurves(
    Series loss,
    Series learningRate,
    Series gradientNorm,
    Series imagesPerSecond,
    Series elapsed) {}
