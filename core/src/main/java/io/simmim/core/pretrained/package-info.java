/**
 * How the weights of one model begin another: what of a pre-training goes where in a classifier,
 * what is resized on the way and what is left out. Pure arithmetic on stored tensors, without an
 * engine. Start with {@link io.simmim.core.pretrained.PretrainedWeights}.
 */
package io.simmim.core.pretrained;
