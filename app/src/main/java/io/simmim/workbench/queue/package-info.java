/**
 * The queue of the folder of runs, as the window shows and changes it. Start with {@link
 * io.simmim.workbench.queue.QueueViewModel}.
 */
package io.simmim.workbench.queue;
