/**
 * Pictures drawn pixel by pixel and loaded away from the toolkit's thread. Start with {@link
 * io.simmim.workbench.picture.PixelView}.
 */
package io.simmim.workbench.picture;
