package io.simmim.core.config;

import java.util.Locale;

/** The number format of matrix products; weights, sums and normalisation stay in 32 bits. */
public enum Precision {
  /** 32 bits everywhere. */
  FP32,
  /** 32 bits with products rounded to 10 mantissa bits, on GPUs that can. */
  TF32,
  /** 16 bits with the range of 32 (7 mantissa bits); needs no loss scaling. */
  BF16,
  /** 16 bits with 10 mantissa bits; needs loss scaling. */
  FP16;

  /** The word used in YAML files, for example {@code bf16}. */
  public String yamlName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Precision ofYamlName(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
