/**
 * Curves over the steps of a run: stored append-only, thinned to the pixels they are drawn on,
 * drawn by JFreeChart. Start with {@link io.simmim.workbench.chart.CurveChart}.
 */
package io.simmim.workbench.chart;
