package io.simmim.core.machine;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Everything that decides which engine starts here and what it can compute with.
 *
 * @param environment variables of this process
 * @param classifier system and architecture as DJL names them: {@code linux-x86_64}
 * @param libraryPath folders that Java looks for native libraries in, as in {@code
 *     java.library.path}
 * @param cache folder that DJL unpacks engines into
 * @param onClassPath native libraries that came with the program
 * @param canLoad whether the system finds a shared library of that name, such as {@code
 *     libgomp.so.1}
 */
public record Machine(
    Map<String, String> environment,
    String classifier,
    String libraryPath,
    Path cache,
    ClassPathEngine onClassPath,
    Processor processor,
    Graphics graphics,
    Predicate<String> canLoad) {

  public Machine {
    environment = Map.copyOf(environment);
  }

  /** This machine; asks the graphics driver, which takes up to some seconds. */
  public static Machine find() {
    Map<String, String> environment = System.getenv();
    return new Machine(
        environment,
        classifier(System.getProperty("os.name"), System.getProperty("os.arch")),
        System.getProperty("java.library.path", ""),
        EngineCache.folder(
            environment,
            Optional.ofNullable(System.getProperty("DJL_CACHE_DIR")),
            Path.of(System.getProperty("user.home")),
            Path.of(System.getProperty("java.io.tmpdir"))),
        ClassPathEngine.find(),
        Processor.find(),
        Graphics.find(),
        SystemLibraries::canLoad);
  }

  static String classifier(String osName, String osArch) {
    String system = osName.startsWith("Win") ? "win" : osName.startsWith("Mac") ? "osx" : "linux";
    return system + "-" + (osArch.equals("amd64") ? "x86_64" : osArch);
  }

  /** The value of a variable that is set to something. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** The library that DJL would load. */
  public EngineLibrary engine() {
    return new EngineChoice(this).made();
  }

  public boolean isLinux() {
    return classifier.startsWith("linux");
  }

  /** A library's file name on this system: {@code libtorch.so} of {@code torch}. */
  public String fileName(String library) {
    if (classifier.startsWith("win")) {
      return library + ".dll";
    }
    return "lib" + library + (classifier.startsWith("osx") ? ".dylib" : ".so");
  }
}
