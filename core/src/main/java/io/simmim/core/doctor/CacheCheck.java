package io.simmim.core.doctor;

import io.simmim.core.machine.EngineCache;
import io.simmim.core.machine.EngineLibrary;
import io.simmim.core.machine.EngineLibrary.Bundled;
import io.simmim.core.machine.EngineLibrary.Installed;
import io.simmim.core.machine.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Whether the engine is unpacked, whole, or can be. */
final class CacheCheck implements Check {

  static final String TOPIC = "engine folder";

  /** What PyTorch 2.7.1 for the CPU takes when it is unpacked, in bytes, and a little more. */
  static final long NEEDED = 500_000_000;

  private final ToLongFunction<Path> freeBytes;

  CacheCheck() {
    this(FolderSize::free);
  }

  /**
   * @param freeBytes room on the disk of an existing folder; negative when unknown
   */
  CacheCheck(ToLongFunction<Path> freeBytes) {
    this.freeBytes = freeBytes;
  }

  @Override
  public List<Finding> of(Machine machine) {
    EngineLibrary engine = machine.engine();
    if (engine instanceof Bundled bundled) {
      return List.of(bundled(machine, bundled));
    }
    boolean copies = engine instanceof Installed own && own.jniComesAlong();
    return copies && Files.notExists(engine.jni())
        ? room(machine, engine, 0).stream().toList()
        : List.of();
  }

  private Finding bundled(Machine machine, Bundled engine) {
    Path folder = engine.folder();
    if (Files.notExists(folder.resolve(machine.fileName("torch")))) {
      return room(machine, engine, NEEDED)
          .orElseGet(
              () ->
                  Finding.good(
                      TOPIC,
                      "The first start unpacks its libraries into %s, which takes some seconds."
                          .formatted(folder)));
    }
    List<String> missing =
        engine.files().stream().filter(file -> Files.notExists(folder.resolve(file))).toList();
    if (!missing.isEmpty()) {
      return Finding.fault(
          TOPIC,
          "%s lacks %s.".formatted(folder, String.join(", ", missing)),
          "Delete this folder; the next start unpacks it anew.");
    }
    return Files.exists(engine.jni())
        ? whole(machine, folder)
        : room(machine, engine, 0).orElseGet(() -> whole(machine, folder));
  }

  private static Finding whole(Machine machine, Path folder) {
    return Finding.good(
        TOPIC,
        "Its libraries lie in %s%s, %s."
            .formatted(folder, by(machine), Words.size(FolderSize.of(folder))));
  }

  /** Why nothing can be written there; empty when it can. */
  private Optional<Finding> room(Machine machine, EngineLibrary engine, long bytes) {
    Path existing =
        Stream.iterate(engine.folder(), path -> path != null, Path::getParent)
            .filter(Files::exists)
            .findFirst()
            .orElse(engine.folder().getRoot());
    if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
      return Optional.of(
          Finding.fault(
              TOPIC,
              "The libraries are to be unpacked into %s%s, but %s cannot be written to."
                  .formatted(engine.folder(), by(machine), existing),
              "Let " + EngineCache.DJL_CACHE_DIR + " name a folder that can be written to."));
    }
    long free = freeBytes.applyAsLong(existing);
    return free < 0 || free >= bytes
        ? Optional.empty()
        : Optional.of(
            Finding.fault(
                TOPIC,
                "The libraries need %s in %s%s, but only %s are free."
                    .formatted(Words.size(bytes), engine.folder(), by(machine), Words.size(free)),
                "Make room there, or let "
                    + EngineCache.DJL_CACHE_DIR
                    + " name a folder on another disk."));
  }

  private static String by(Machine machine) {
    return Stream.of(EngineCache.ENGINE_CACHE_DIR, EngineCache.DJL_CACHE_DIR)
        .filter(name -> machine.variable(name).isPresent())
        .findFirst()
        .map(name -> " (by " + name + ")")
        .orElse("");
  }
}
