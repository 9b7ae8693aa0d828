package io.simmim.core.pretrained;

/** What loading does with a tensor of the model, or with one of the file. */
public enum Fate {
  /** The model's tensor takes the file's values, bit by bit. */
  COPIED,
  /** The model's tensor takes the file's values, resized to its own grid. */
  INTERPOLATED,
  /** The model's tensor keeps its initial values, since the file has none for it. */
  INITIALISED,
  /** The model's tensor keeps its initial values, since those of the file do not fit. */
  REFUSED,
  /** The file's tensor is used nowhere, as it should be: only pre-training needs it. */
  LEFTOVER,
  /** The file's tensor is used nowhere, for no reason known here. */
  UNEXPECTED
}
