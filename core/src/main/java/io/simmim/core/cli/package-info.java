/**
 * The command line: one class a command, each a thin layer over the package that does the work. The
 * only package that prints. Start with {@link io.simmim.core.cli.Main}.
 */
package io.simmim.core.cli;
