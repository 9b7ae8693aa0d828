package io.simmim.core.machine;

import io.simmim.core.machine.ClassPathEngine.Bundle;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * DJL's order of choice ({@code ai.djl.pytorch.jni.LibUtils}, 0.36.0), followed without loading.
 */
final class EngineChoice {

  private static final Pattern BUILD = Pattern.compile("-\\d+$");

  private final Machine machine;
  private final Optional<Bundle> bundle;

  EngineChoice(Machine machine) {
    this.machine = machine;
    bundle = machine.onClassPath().bundleFor(machine.classifier());
  }

  EngineLibrary made() {
    return machine
        .variable(EngineVariables.LIBRARY_PATH)
        .flatMap(path -> in(path, EngineVariables.LIBRARY_PATH))
        .or(() -> in(machine.libraryPath(), "java.library.path"))
        .orElseGet(this::notInstalled);
  }

  private Optional<EngineLibrary> in(String path, String namedBy) {
    String torch = machine.fileName("torch");
    return Arrays.stream(path.split(Pattern.quote(File.pathSeparator)))
        .filter(place -> !place.isEmpty())
        .map(Path::of)
        .map(place -> place.endsWith(torch) ? place.toAbsolutePath().getParent() : place)
        .filter(folder -> Files.isRegularFile(folder.resolve(torch)))
        .findFirst()
        .map(folder -> installed(folder.toAbsolutePath(), namedBy));
  }

  private EngineLibrary installed(Path folder, String namedBy) {
    String version = machine.variable(EngineVariables.VERSION).orElseGet(this::bundledVersion);
    String flavor = machine.variable(EngineVariables.FLAVOR).orElseGet(this::unnamedFlavor);
    ClassPathEngine program = machine.onClassPath();
    boolean comesAlong =
        program.jniVersion().equals(BUILD.matcher(version).replaceFirst(""))
            && program.hasJni().test(machine.classifier() + "/" + flavor);
    return new EngineLibrary.Installed(
        version, flavor, folder, jniOf(folder, place(version, flavor)), namedBy, comesAlong);
  }

  /** What DJL takes an installed library for whose flavor nobody names. */
  private String unnamedFlavor() {
    return machine.isLinux() ? "cpu-precxx11" : "cpu";
  }

  /** Beside the libraries under either name, or else in the cache. */
  private Path jniOf(Path folder, Path place) {
    return Stream.of(jni(folder), folder.resolve(machine.fileName("djl_torch")))
        .filter(Files::exists)
        .findFirst()
        .orElseGet(() -> jni(place));
  }

  private EngineLibrary notInstalled() {
    Optional<String> wanted = machine.variable(EngineVariables.VERSION);
    boolean fits =
        bundle.isPresent() && wanted.map(bundle.get().version()::startsWith).orElse(true);
    if (!fits) {
      String version = wanted.orElseGet(this::bundledVersion);
      String flavor = machine.graphics().driver().map(EngineChoice::flavor).orElse("cpu");
      Path place = place(version, flavor);
      return new EngineLibrary.Fetched(version, flavor, place, jni(place));
    }
    Bundle found = bundle.get();
    Path place = place(found.version(), found.flavor());
    return new EngineLibrary.Bundled(
        found.version(), found.flavor(), place, jni(place), found.files());
  }

  private static String flavor(GraphicsDriver driver) {
    return "cu" + driver.cuda().replace(".", "");
  }

  private String bundledVersion() {
    return bundle.map(Bundle::version).orElse(machine.onClassPath().jniVersion());
  }

  private Path place(String version, String flavor) {
    return machine
        .cache()
        .resolve("pytorch")
        .resolve(version + "-" + flavor + "-" + machine.classifier());
  }

  private Path jni(Path place) {
    return place.resolve(machine.onClassPath().djlVersion() + "-" + machine.fileName("djl_torch"));
  }
}
