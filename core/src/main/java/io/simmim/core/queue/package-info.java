/**
 * Runs that wait for their devices. A queue belongs to a folder of runs and lies in it, one small
 * file a run, so that windows and command lines of any number may add to it; one runner works it
 * off, each run in a process of its own. Start with {@link io.simmim.core.queue.RunQueue}, then
 * {@link io.simmim.core.queue.QueueRunner}.
 */
package io.simmim.core.queue;
