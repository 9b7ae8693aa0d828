package io.simmim.core.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The native library that DJL would load. */
public sealed interface EngineLibrary {

  /** PyTorch's version as DJL takes it to be. */
  String version();

  /** {@code cpu}, or {@code cu128} for CUDA 12.8. */
  String flavor();

  /** Where its libraries lie, or will when it is first started. */
  Path folder();

  /** DJL's own library, which connects Java with exactly this PyTorch: where it lies or will. */
  Path jni();

  /** Whether it was built for graphics cards. */
  default boolean isForCuda() {
    return flavor().startsWith("cu");
  }

  /**
   * Came with the program.
   *
   * @param files names of the libraries in {@code folder}
   */
  record Bundled(String version, String flavor, Path folder, Path jni, List<String> files)
      implements EngineLibrary {

    public Bundled {
      files = List.copyOf(files);
    }
  }

  /**
   * A PyTorch that is installed here.
   *
   * @param namedBy what led to it: {@code PYTORCH_LIBRARY_PATH} or {@code java.library.path}
   * @param jniComesAlong whether the program brings the JNI library for it
   */
  record Installed(
      String version, String flavor, Path folder, Path jni, String namedBy, boolean jniComesAlong)
      implements EngineLibrary {}

  /** DJL takes it from its cache, or fetches it from its server into there. */
  record Fetched(String version, String flavor, Path folder, Path jni) implements EngineLibrary {

    /** Whether it was fetched, or put there, before. */
    public boolean isHere() {
      return Files.isDirectory(folder);
    }
  }
}
