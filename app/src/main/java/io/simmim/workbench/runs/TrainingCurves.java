package io.simmim.workbench.runs;

import io.simmim.workbench.chart.Series;

/** What every optimizer step of a run told, over the steps. */
public record TrainingCurves(
    Series loss, Series learningRate, Series gradientNorm, Series imagesPerSecond) {}
