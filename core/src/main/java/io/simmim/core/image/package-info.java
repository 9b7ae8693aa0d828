/**
 * Pictures as the official data pipeline sees them: decoding as Pillow's {@code convert('RGB')},
 * Pillow's fixed-point resize, torchvision's random crop, ImageNet normalisation. Start with {@link
 * io.simmim.core.image.PretrainTransform}.
 */
package io.simmim.core.image;
