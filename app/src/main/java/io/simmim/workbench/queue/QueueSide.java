package io.simmim.workbench.queue;

/** The queue as a page needs it: what there is, and what can be done. */
public record QueueSide(QueueViewModel model, QueueActions actions) {}
