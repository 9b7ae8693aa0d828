package io.simmim.core.survey;

/**
 * How many images a class has.
 *
 * @param name of its folder
 * @param training images trained on, or all where there is no folder {@code train}
 * @param validation images in {@code val}
 */
public record ClassCount(String name, int training, int validation) {

  public int all() {
    return training + validation;
  }
}
