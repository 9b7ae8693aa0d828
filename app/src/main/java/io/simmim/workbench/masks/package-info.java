/**
 * The page Masks, where masks are explored, with a model and without. Start with {@link
 * io.simmim.workbench.masks.MasksViewModel}.
 */
package io.simmim.workbench.masks;
