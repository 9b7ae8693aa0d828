/**
 * The window: started by {@link io.simmim.workbench.Main}, put together by hand in {@link
 * io.simmim.workbench.Workbench}. It never trains; it starts trainings and follows their folders.
 */
package io.simmim.workbench;
