package io.simmim.core.machine;

import com.sun.jna.NativeLibrary;

/** Shared libraries that the system brings. */
final class SystemLibraries {

  private SystemLibraries() {}

  /** Whether the system's loader finds it, by its full name such as {@code libgomp.so.1}. */
  static boolean canLoad(String name) {
    try (NativeLibrary library = NativeLibrary.getInstance(name)) {
      return library != null;
    } catch (UnsatisfiedLinkError e) {
      return false;
    }
  }
}
