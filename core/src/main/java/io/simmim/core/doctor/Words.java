package io.simmim.core.doctor;

import io.simmim.core.machine.EngineLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Facts as people say them. */
final class Words {

  private static final Pattern CUDA = Pattern.compile("cu(\\d+)(\\d)\\b.*");

  private Words() {}

  /** PyTorch's version without the number of its build. */
  static String version(EngineLibrary engine) {
    return engine.version().replaceFirst("-\\d+$", "");
  }

  /** What it was built for: {@code the CPU}, {@code CUDA 12.8}. */
  static String flavor(EngineLibrary engine) {
    return CUDA.matcher(engine.flavor()).matches() ? cuda(engine.flavor()) : "the CPU";
  }

  /** {@code CUDA 12.8} of {@code cu128}. */
  static String cuda(String flavor) {
    return CUDA.matcher(flavor).replaceFirst("CUDA $1.$2");
  }

  /** 12 of {@code cu128}; 0 when it does not say. */
  static int cudaMajor(String flavor) {
    Matcher cuda = CUDA.matcher(flavor);
    return cuda.matches() ? Integer.parseInt(cuda.group(1)) : 0;
  }

  static String size(long bytes) {
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.0f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }

  static boolean isFolder(String path) {
    return Files.isDirectory(Path.of(path));
  }

  static String capital(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }
}
