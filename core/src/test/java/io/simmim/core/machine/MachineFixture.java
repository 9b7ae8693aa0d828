package io.simmim.core.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A made-up Linux machine: a modern processor, no graphics card, PyTorch 2.7.1 for the CPU. */
public final class MachineFixture {

  /** Names of the bundled libraries. */
  public static final List<String> LIBRARIES =
      List.of("libc10.so", "libgomp-98b21ff3.so.1", "libtorch.so", "libtorch_cpu.so");

  public static final String PLACE = "pytorch/2.7.1-20250812-cpu-linux-x86_64";
  public static final String JNI = "0.36.0-libdjl_torch.so";

  private final Path root;
  private final Map<String, String> environment = new HashMap<>();
  private final Set<String> missing = new TreeSet<>();
  private List<ClassPathEngine.Bundle> bundles =
      List.of(new ClassPathEngine.Bundle("2.7.1-20250812", "cpu", "linux-x86_64", LIBRARIES));
  private Processor processor =
      new Processor("AMD EPYC", 2, Set.of("avx2", "avx512f", "avx512_bf16"));
  private Graphics graphics = Graphics.none();
  private Path cache;

  public MachineFixture(Path root) {
    this.root = root;
    cache = root.resolve("cache");
  }

  public MachineFixture with(String variable, Object value) {
    environment.put(variable, value.toString());
    return this;
  }

  public MachineFixture without(String library) {
    missing.add(library);
    return this;
  }

  public MachineFixture withoutBundle() {
    bundles = List.of();
    return this;
  }

  public MachineFixture cache(Path folder) {
    cache = folder;
    return this;
  }

  public MachineFixture processor(Set<String> flags) {
    processor = new Processor("Old one", 1, flags);
    return this;
  }

  public MachineFixture cards(int installed, String complaint) {
    graphics = new Graphics(installed, Optional.empty(), complaint);
    return this;
  }

  /** One H100 with a driver for CUDA up to {@code cuda}. */
  public MachineFixture driver(String cuda) {
    graphics =
        new Graphics(
            1,
            Optional.of(
                new GraphicsDriver(
                    "570.86.15",
                    cuda,
                    List.of(new GraphicsDriver.Card("NVIDIA H100 80GB HBM3", 81559, "9.0")))),
            "");
    return this;
  }

  /** The bundled libraries in the cache, as after a first start. */
  public MachineFixture unpacked() throws IOException {
    Path folder = Files.createDirectories(cache.resolve(PLACE));
    for (String file : LIBRARIES) {
      Files.writeString(folder.resolve(file), file);
    }
    Files.writeString(folder.resolve(JNI), JNI);
    return this;
  }

  /** An installation of Python's PyTorch with these libraries; its folder {@code lib}. */
  public Path torch(String version, String cuda, String... more) throws IOException {
    Path torch = Files.createDirectories(root.resolve("site-packages/torch/lib"));
    Files.writeString(torch.resolve("libtorch.so"), "");
    Files.writeString(torch.resolve("libgomp.so.1"), "");
    for (String file : more) {
      Files.writeString(torch.resolve(file), "");
    }
    Files.writeString(
        torch.resolveSibling("version.py"),
        "from typing import Optional\n\n__version__ = '%s'\ndebug = False\ncuda: Optional[str] = %s\n"
            .formatted(version, cuda));
    return torch;
  }

  public Machine machine() {
    return new Machine(
        environment,
        "linux-x86_64",
        root.resolve("no-libraries").toString(),
        cache,
        new ClassPathEngine(
            bundles, "0.36.0", "2.7.1", Set.of("linux-x86_64/cpu", "linux-x86_64/cu128")::contains),
        processor,
        graphics,
        library -> !missing.contains(library));
  }
}
