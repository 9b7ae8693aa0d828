package io.simmim.core.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A disk in memory that can be filled. Only the superuser of a Linux can make one. */
public record SmallDisk(Path path) implements AutoCloseable {

  private static final int PAGE = 4096;

  /** Mounts one; without the right to do so, the test is skipped. */
  public static SmallDisk of(Path path, int kilobytes) throws Exception {
    Files.createDirectories(path);
    boolean mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "none", path.toString());
    assumeTrue(mounted, "a disk in memory can be mounted");
    return new SmallDisk(path);
  }

  /** Leaves no more room than {@code pages} of 4 KiB. */
  public void fill(int pages) throws IOException {
    long free = Files.getFileStore(path).getUsableSpace() - (long) pages * PAGE;
    if (free > 0) {
      Files.write(filler(), new byte[Math.toIntExact(free)]);
    }
  }

  /** Makes room again. */
  public void free() throws IOException {
    Files.deleteIfExists(filler());
  }

  public void makeReadOnly() throws Exception {
    assumeTrue(run("mount", "-o", "remount,ro", path.toString()), "it can be made read-only");
  }

  private Path filler() {
    return path.resolve("filler");
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // there is no such program
    }
  }

  @Override
  public void close() throws Exception {
    run("umount", "-l", path.toString());
    try (Stream<Path> left = Files.list(path)) {
      assumeTrue(left.findAny().isEmpty(), "the disk is gone");
    }
  }
}
