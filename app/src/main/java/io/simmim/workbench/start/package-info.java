/**
 * The page Start: three ways in, and the newest runs. Start with {@link
 * io.simmim.workbench.start.StartView}.
 */
package io.simmim.workbench.start;
