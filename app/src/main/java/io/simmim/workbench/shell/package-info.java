/**
 * The frame of the window: rail, top bar, status bar, notices, keys, remembered settings. Start
 * with {@link io.simmim.workbench.shell.ShellView}.
 */
package io.simmim.workbench.shell;
