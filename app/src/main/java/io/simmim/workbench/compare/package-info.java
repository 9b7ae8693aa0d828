/**
 * Several runs side by side: curves in one chart, configurations, reconstructions. Start with
 * {@link io.simmim.workbench.compare.CompareViewModel}.
 */
package io.simmim.workbench.compare;
