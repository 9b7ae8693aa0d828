/**
 * Many runs from one experiment: some keys take several values, and every combination is a run of
 * its own. Start with {@link io.simmim.workbench.sweep.SweepViewModel}.
 */
package io.simmim.workbench.sweep;
