/**
 * Pictures as the official data pipeline sees them: decoding as Pillow's {@code convert('RGB')},
 * Pillow's fixed-point resize, the random crops of torchvision and timm, RandAugment, ImageNet
 * normalisation, random erasing. Start with {@link io.simmim.core.image.PretrainTransform}, {@link
 * io.simmim.core.image.FineTuneTransform} and {@link io.simmim.core.image.EvalTransform}.
 */
package io.simmim.core.image;
