package io.simmim.workbench.checkpoint;

import io.simmim.core.convert.Layout;

/** The layouts that a checkpoint can be converted to, in the words of the window. */
public final class Conversions {

  private Conversions() {}

  /** On the menu. */
  public static String title(Layout layout) {
    return switch (layout) {
      case OFFICIAL -> "To a SimMIM file (.pth)…";
      case HF -> "To a Hugging Face folder…";
      case TIMM -> "To timm names (.safetensors)…";
      case MMPRETRAIN -> "To an MMPretrain file (.pth)…";
      case SAFETENSORS -> "To safetensors, official names…";
    };
  }

  /** A name for the result, beside {@code stem}, the source's name without ending. */
  public static String proposal(Layout layout, String stem) {
    return switch (layout) {
      case OFFICIAL -> stem + "__simmim.pth";
      case HF -> stem + "__hf";
      case TIMM -> stem + "__timm.safetensors";
      case MMPRETRAIN -> stem + "__mmpretrain.pth";
      case SAFETENSORS -> stem + ".safetensors";
    };
  }
}
