/**
 * What a run does, and starting one in its own process, which outlives the window. Start with
 * {@link io.simmim.workbench.launch.Launcher}.
 */
package io.simmim.workbench.launch;
