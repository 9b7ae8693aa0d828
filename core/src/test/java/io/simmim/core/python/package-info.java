/**
 * Files that go between this program and a real PyTorch, in both directions. Run only when asked
 * for, with {@code mvn -Ppython test}; see {@link io.simmim.core.python.PythonInterpreter}.
 */
package io.simmim.core.python;
