/**
 * The runs of the workspace and the page of one run, both read from run folders only. Start with
 * {@link io.simmim.workbench.runs.RunStory}.
 */
package io.simmim.workbench.runs;
