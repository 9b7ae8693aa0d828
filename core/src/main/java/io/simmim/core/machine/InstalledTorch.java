package io.simmim.core.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an installed PyTorch says of itself: {@code torch/version.py} of a Python installation,
 * {@code build-version} of a libtorch archive.
 *
 * @param version without its build: {@code 2.13.0}
 * @param flavor {@code cpu}, {@code cu130}; empty when it does not say
 */
public record InstalledTorch(String version, String flavor) {

  private static final Pattern PYTHON_VERSION =
      Pattern.compile("^__version__ *= *['\"]([^'\"]+)['\"]", Pattern.MULTILINE);
  private static final Pattern PYTHON_CUDA =
      Pattern.compile("^cuda\\b[^=]*= *['\"](\\d+)\\.(\\d+)['\"]", Pattern.MULTILINE);
  private static final Pattern VERSION =
      Pattern.compile("(\\d+\\.\\d+\\.\\d+)(?:\\+(cpu|cu\\d+))?.*");

  /** Of the folder with the libraries; empty when it says nothing. */
  public static Optional<InstalledTorch> at(Path libraries) {
    Path above = libraries.toAbsolutePath().getParent();
    if (above == null) {
      return Optional.empty();
    }
    return read(above.resolve("version.py"))
        .flatMap(InstalledTorch::python)
        .or(() -> read(above.resolve("build-version")).flatMap(text -> of(text.strip(), "")));
  }

  private static Optional<InstalledTorch> python(String text) {
    Matcher version = PYTHON_VERSION.matcher(text);
    Matcher cuda = PYTHON_CUDA.matcher(text);
    String flavor = cuda.find() ? "cu" + cuda.group(1) + cuda.group(2) : "cpu";
    return version.find() ? of(version.group(1), flavor) : Optional.empty();
  }

  private static Optional<InstalledTorch> of(String version, String flavor) {
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String named = matcher.group(2) == null ? flavor : matcher.group(2);
    return Optional.of(new InstalledTorch(matcher.group(1), named));
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
