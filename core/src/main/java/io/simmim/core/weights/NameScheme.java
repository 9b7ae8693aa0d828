package io.simmim.core.weights;

/** Programs that have names of their own for the tensors of a Swin, Swin V2 or ViT. */
public enum NameScheme {
  /** SimMIM and Swin-Transformer by Microsoft; the names that this program uses. */
  OFFICIAL("official SimMIM and Swin names"),
  /** The Swin, Swinv2 and Beit classes of the transformers library, under old and new names. */
  HUGGING_FACE("Hugging Face names"),
  /** The swin, swinv2 and beit models of the timm library. */
  TIMM("timm names"),
  /** MMPretrain and its forerunners MMSelfSup and MMClassification. */
  MMPRETRAIN("MMPretrain names");

  private final String text;

  NameScheme(String text) {
    this.text = text;
  }

  /** The phrase shown to people. */
  public String text() {
    return text;
  }
}
