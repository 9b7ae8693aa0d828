package io.simmim.core.config;

/** Which official program has a key in its {@code config.py}; its reader refuses all others. */
public enum KeySource {
  /** Both official programs. */
  BOTH,
  /** Only microsoft/SimMIM. */
  SIMMIM,
  /** Only microsoft/Swin-Transformer. */
  SWIN_TRANSFORMER,
  /** Neither; the key is this program's own. */
  WORKBENCH;

  /** Whether the official program that has this kind of model knows the key. */
  public boolean isKnownToProgramOf(ModelType type) {
    KeySource program = type == ModelType.SWINV2 ? SWIN_TRANSFORMER : SIMMIM;
    return this == BOTH || this == program;
  }
}
