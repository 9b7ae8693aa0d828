package io.simmim.core.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The processor.
 *
 * @param name as its maker calls it; empty where the system does not tell
 * @param cores that this process may use
 * @param flags instruction sets, as {@code /proc/cpuinfo} names them; empty where there is none
 */
public record Processor(String name, int cores, Set<String> flags) {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  public Processor {
    flags = Set.copyOf(flags);
  }

  static Processor find() {
    int cores = Runtime.getRuntime().availableProcessors();
    try {
      return of(Files.readString(CPU_INFO), cores);
    } catch (IOException e) {
      return new Processor("", cores, Set.of()); // Not Linux.
    }
  }

  /** Of the text of {@code /proc/cpuinfo}. */
  static Processor of(String cpuInfo, int cores) {
    String flags = value(cpuInfo, "flags").or(() -> value(cpuInfo, "Features")).orElse("");
    return new Processor(
        value(cpuInfo, "model name").orElse(""),
        cores,
        Arrays.stream(SPACES.split(flags))
            .filter(flag -> !flag.isEmpty())
            .collect(Collectors.toSet()));
  }

  private static Optional<String> value(String cpuInfo, String key) {
    return cpuInfo
        .lines()
        .filter(line -> line.startsWith(key) && line.indexOf(':') > 0)
        .filter(line -> line.substring(0, line.indexOf(':')).strip().equals(key))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst();
  }
}
