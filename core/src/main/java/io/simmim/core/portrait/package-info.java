/**
 * What one tensor of a checkpoint looks like: a sentence on what it is, a histogram, and the
 * picture that suits it, as numbers without colours and without an engine. Start with {@link
 * io.simmim.core.portrait.Portraits}.
 */
package io.simmim.core.portrait;
