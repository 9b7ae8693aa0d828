package io.simmim.workbench.chart;

/** A named line of a chart; a {@code faint} one is the raw signal behind its smoothed twin. */
public record Curve(String name, Series series, boolean faint) {}
