package io.simmim.workbench.runs;

/**
 * One number of a run, as a card shows it.
 *
 * @param id short and unchanging
 * @param room how wide the number may become, in characters, so that its card never jumps
 */
public record Metric(String id, String title, String value, int room) {}
