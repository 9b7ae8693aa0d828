/**
 * Which parameters decay, how the learning rate moves, and AdamW and SGD. Start with {@link
 * io.simmim.core.optim.ParameterGroups}.
 */
package io.simmim.core.optim;
