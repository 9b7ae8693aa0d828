package io.simmim.core.config;

import java.util.Locale;

/** The encoder family, {@code MODEL.TYPE}. */
public enum ModelType {
  SWIN,
  SWINV2,
  VIT;

  /** The word used in YAML files, for example {@code swin}. */
  public String yamlName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where the keys of this family are: {@code MODEL.SWIN.} with the last dot. */
  public String keyPrefix() {
    return "MODEL." + name() + ".";
  }
}
