package io.simmim.core.config;

/**
 * Keys under {@code TEST}.
 *
 * @param crop resize the shorter side to 256/224 of the input and cut the centre out, instead of
 *     resizing the whole image to the input
 */
public record TestConfig(boolean crop) {}
