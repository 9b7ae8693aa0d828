/**
 * Photographic-looking pictures drawn by the program itself, so that it can be tried without any
 * data. Everything is computed in linear light, from the seed alone. Start with {@link
 * io.simmim.core.data.scene.SampleScene}.
 */
package io.simmim.core.data.scene;
