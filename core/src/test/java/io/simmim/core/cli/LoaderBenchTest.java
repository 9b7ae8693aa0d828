package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.image.ImageEncoder;
import io.simmim.core.testing.Pictures;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LoaderBenchTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void twoPictures() throws Exception {
    for (int i = 0; i < 2; i++) {
      Path file = folder.resolve(i + ".jpg");
      Files.write(file, ImageEncoder.jpeg(0.9f).encode(Pictures.noise(40, 30, i)));
    }
  }

  private int bench(Object... arguments) {
    CommandLine line = new CommandLine(new SimMim());
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    Stream<String> words = Stream.of(arguments).map(Object::toString);
    return Main.run(line, Stream.concat(Stream.of("bench"), words).toArray(String[]::new));
  }

  @Test
  void readingIsTimedForOneCoreAndForTheLoadersThreads() {
    assertEquals(0, bench("--data-path", folder, "--workers", 1), err.toString());
    List<String> said = out.toString().lines().toList();
    assertEquals(2, said.size(), out.toString());
    assertTrue(
        said.get(0).matches("2 images, JPEG by .*: [0-9.]+ images/s per core .*"), said.get(0));
    assertTrue(said.get(1).matches("loader with 1 threads: [0-9.]+ images/s"), said.get(1));
  }

  @Test
  void aPictureThatCannotBeReadEndsItWithItsName() throws Exception {
    Files.writeString(folder.resolve("1.jpg"), "no picture");
    assertEquals(1, bench("--data-path", folder));
    assertTrue(err.toString().contains("1.jpg"), err.toString());
  }

  @Test
  void negativeThreadsAreRefused() {
    assertEquals(2, bench("--data-path", folder, "--workers", -1));
    assertTrue(err.toString().contains("--workers must not be negative."), err.toString());
  }
}
