package io.simmim.core.convert;

import io.simmim.core.weights.NameScheme;
import java.util.List;

/** What a checkpoint can be converted to. */
public enum Layout {
  /** A {@code .pth} file as SimMIM saves it. */
  OFFICIAL("official", NameScheme.OFFICIAL),
  /** A folder as the transformers library saves it. */
  HF("hf", NameScheme.HUGGING_FACE),
  /** A safetensors file with timm's names. */
  TIMM("timm", NameScheme.TIMM),
  /** A {@code .pth} file as MMPretrain saves it. */
  MMPRETRAIN("mmpretrain", NameScheme.MMPRETRAIN),
  /** A safetensors file with the official names. */
  SAFETENSORS("safetensors", NameScheme.OFFICIAL);

  private final String option;
  private final NameScheme scheme;

  Layout(String option, NameScheme scheme) {
    this.option = option;
    this.scheme = scheme;
  }

  /** Its names. */
  public NameScheme scheme() {
    return scheme;
  }

  /** Names of the files in the folder that it is; none when it is a file. */
  public List<String> files() {
    return this == HF ? HuggingFaceFolder.FILES : List.of();
  }

  /** As on the command line. */
  @Override
  public String toString() {
    return option;
  }
}
