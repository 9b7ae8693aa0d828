/**
 * The run folder: the only thing that a training and a window share. A training appends events; a
 * window follows them. Start with {@link io.simmim.core.run.RunEvent}.
 */
package io.simmim.core.run;
