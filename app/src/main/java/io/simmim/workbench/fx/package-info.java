/**
 * What every view shares with the toolkit: the only way onto its thread, fonts, icons and themes.
 * Start with {@link io.simmim.workbench.fx.FxThread}.
 */
package io.simmim.workbench.fx;
