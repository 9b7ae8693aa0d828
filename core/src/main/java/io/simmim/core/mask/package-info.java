/**
 * Which patches of an image are hidden from the network. Everywhere 1 means hidden and 0 visible.
 * Start with {@link io.simmim.core.mask.MaskGenerator}.
 */
package io.simmim.core.mask;
