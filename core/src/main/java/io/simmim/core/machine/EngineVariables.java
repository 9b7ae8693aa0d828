package io.simmim.core.machine;

/** Environment variables by which a user chooses another PyTorch; DJL reads them. */
public final class EngineVariables {

  /** Folder with {@code libtorch.so}. */
  public static final String LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";

  /** Version of that PyTorch. */
  public static final String VERSION = "PYTORCH_VERSION";

  /** {@code cpu}, or {@code cu128} for CUDA 12.8. */
  public static final String FLAVOR = "PYTORCH_FLAVOR";

  private EngineVariables() {}
}
