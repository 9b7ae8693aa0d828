/**
 * The run folder: the only thing that a training and a window share. A training holds the {@link
 * io.simmim.core.run.RunLock}, writes the manifest and appends events; a window, on this machine or
 * another, follows them. Start with {@link io.simmim.core.run.RunFolder}, then {@link
 * io.simmim.core.run.RunEvent}.
 */
package io.simmim.core.run;
