package io.simmim.core.weights;

import io.simmim.core.checkpoint.SavedFile;

/** How weights are kept on disk. */
public enum FileFormat {
  TORCH_ZIP("PyTorch file"),
  TORCH_LEGACY("PyTorch file of before version 1.6"),
  SAFETENSORS("safetensors file"),
  HUGGING_FACE_FOLDER("Hugging Face folder");

  private final String text;

  FileFormat(String text) {
    this.text = text;
  }

  /** The phrase shown to people. */
  public String text() {
    return text;
  }

  static FileFormat of(SavedFile.Format format) {
    return switch (format) {
      case TORCH_ZIP -> TORCH_ZIP;
      case TORCH_LEGACY -> TORCH_LEGACY;
      case SAFETENSORS -> SAFETENSORS;
    };
  }
}
