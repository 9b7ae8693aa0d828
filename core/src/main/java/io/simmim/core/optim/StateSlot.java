package io.simmim.core.optim;

/**
 * Something an optimizer remembers about every parameter.
 *
 * @param name in {@code optimizer.state_dict()}
 * @param scalar one number, rather than one for each element
 */
record StateSlot(String name, boolean scalar) {}
