package io.simmim.core.config;

import java.util.Locale;

/** The encoder family, {@code MODEL.TYPE}. */
public enum ModelType {
  SWIN,
  VIT;

  /** The word used in YAML files, for example {@code swin}. */
  public String yamlName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
