/**
 * The official YAML keys as immutable, validated values. {@link io.simmim.core.config.ConfigSchema}
 * describes every key once (type, default, range, meaning); loading, the window's form and the
 * documentation all follow from it.
 *
 * <p>Read {@link io.simmim.core.config.ExperimentConfig} first, then {@link
 * io.simmim.core.config.ConfigLoader}.
 */
package io.simmim.core.config;
