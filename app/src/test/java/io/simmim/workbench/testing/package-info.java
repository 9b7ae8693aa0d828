/**
 * Run folders as a training would write them, for tests. Start with {@link
 * io.simmim.workbench.testing.RunFixture}.
 */
package io.simmim.workbench.testing;
