package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.bench.LoaderRow;
import io.simmim.core.image.ImageEncoder;
import io.simmim.core.testing.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoaderBenchTest {

  @TempDir private Path folder;
  private final BenchLine line = new BenchLine();

  @BeforeEach
  void twoPictures() throws Exception {
    for (int i = 0; i < 2; i++) {
      Path file = folder.resolve(i + ".jpg");
      Files.write(file, ImageEncoder.jpeg(0.9f).encode(Pictures.noise(40, 30, i)));
    }
  }

  @Test
  void readingIsTimedForOneCoreAndForTheLoadersThreads() {
    assertEquals(0, line.bench("--data-path", folder, "--workers", 1), line.err());
    assertTrue(
        line.out()
            .matches(
                "2 images, JPEG by .*: [0-9.]+ images/s per core .*; loader with 1 threads: [0-9.]+"
                    + " images/s\\s*"),
        line.out());
  }

  @Test
  void theSameStandsInTheJson() {
    assertEquals(0, line.bench("--data-path", folder, "--json"), line.err());
    LoaderRow row = line.report().loader();
    assertEquals(2, row.images());
    assertEquals(0, row.workers());
    assertEquals(
        1e3 / (row.decodeMs() + row.cropMs()), row.imagesPerSecondPerCore(), 1e-6, row.toString());
  }

  @Test
  void aPictureThatCannotBeReadEndsItWithItsName() throws Exception {
    Files.writeString(folder.resolve("1.jpg"), "no picture");
    assertEquals(1, line.bench("--data-path", folder));
    assertTrue(line.err().contains("1.jpg"), line.err());
  }

  @Test
  void negativeThreadsAreRefused() {
    assertEquals(2, line.bench("--data-path", folder, "--workers", -1));
    assertTrue(line.err().contains("--workers must not be negative."), line.err());
  }
}
