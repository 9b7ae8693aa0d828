package io.simmim.core.doctor;

import io.simmim.core.machine.EngineLibrary;
import io.simmim.core.machine.EngineLibrary.Bundled;
import io.simmim.core.machine.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Shared libraries that PyTorch for Linux takes from the system. */
final class SystemLibraryCheck implements Check {

  private static final String TOPIC = "system";

  /**
   * A library and where it comes from.
   *
   * @param does what it is, in a few words
   */
  private record Need(String file, String does, String debian, String fedora) {

    Finding missing() {
      return Finding.fault(
          TOPIC,
          "%s, %s, was not found.".formatted(file, does),
          "Install it (Debian: apt-get install %s; Fedora: dnf install %s)."
              .formatted(debian, fedora));
    }
  }

  private static final Need OPEN_MP =
      new Need("libgomp.so.1", "which runs PyTorch's threads", "libgomp1", "libgomp");
  private static final List<Need> ALWAYS =
      List.of(
          new Need("libstdc++.so.6", "the C++ runtime", "libstdc++6", "libstdc++"),
          new Need("libgcc_s.so.1", "GCC's runtime", "libgcc-s1", "libgcc"));

  @Override
  public List<Finding> of(Machine machine) {
    if (!machine.isLinux()) {
      return List.of();
    }
    List<Need> needs = new ArrayList<>(ALWAYS);
    if (!bringsOpenMp(machine.engine())) {
      needs.add(OPEN_MP);
    }
    return needs.stream()
        .filter(need -> !machine.canLoad().test(need.file()))
        .map(Need::missing)
        .toList();
  }

  private static boolean bringsOpenMp(EngineLibrary engine) {
    return engine instanceof Bundled bundled
        ? bundled.files().stream().anyMatch(SystemLibraryCheck::isOpenMp)
        : hasOpenMp(engine.folder());
  }

  private static boolean hasOpenMp(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> isOpenMp(String.valueOf(file.getFileName())));
    } catch (IOException e) {
      return false; // Not there yet.
    }
  }

  private static boolean isOpenMp(String file) {
    return file.startsWith("libgomp") || file.startsWith("libiomp");
  }
}
