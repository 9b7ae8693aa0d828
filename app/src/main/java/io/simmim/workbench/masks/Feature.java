package io.simmim.workbench.masks;

/**
 * What the head of a model is given for one square of a picture.
 *
 * @param picture the masked picture
 * @param row of the square, counted in strides of the head
 * @param column of the square
 * @param values the feature vector
 */
public record Feature(MaskedPicture picture, int row, int column, float[] values) {}
