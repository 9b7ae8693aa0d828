/**
 * This program as a process of its own: which Java, which class path, which arguments. Start with
 * {@link io.simmim.core.process.JavaProgram}.
 */
package io.simmim.core.process;
