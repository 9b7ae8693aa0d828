/**
 * What the tensors of a model are called by the programs that write them, and the way from each of
 * these schemes of names to the official one and back. Nothing is computed: tensors are renamed,
 * joined, cut apart or reordered, so both ways together change no bit. Start with {@link
 * io.simmim.core.weights.OfficialWeights} for reading and {@link
 * io.simmim.core.weights.ForeignNames} for writing.
 */
package io.simmim.core.weights;
