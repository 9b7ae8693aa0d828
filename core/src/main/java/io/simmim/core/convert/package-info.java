/**
 * Writes a checkpoint anew in the layout of another program. Start with {@link
 * io.simmim.core.convert.Conversion}.
 */
package io.simmim.core.convert;
