/**
 * How large the networks of a configuration are and how much they compute, without building them,
 * beside what was published about them. Start with {@link io.simmim.core.stats.ModelStats}.
 */
package io.simmim.core.stats;
