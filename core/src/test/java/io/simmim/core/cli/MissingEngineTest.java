package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.image.ImageEncoder;
import io.simmim.core.testing.FaultTable;
import io.simmim.core.testing.Faults;
import io.simmim.core.testing.Pictures;
import io.simmim.core.testing.TinyModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A training where the native engine is not there, or not the right one. */
@Tag("fault")
@ExtendWith(Faults.class)
class MissingEngineTest {

  @TempDir private Path root;
  private Path cfg;

  @BeforeEach
  void draw() throws Exception {
    cfg = Files.writeString(root.resolve("tiny.yaml"), TinyModel.VIT.pretraining());
    for (int i = 0; i < 4; i++) {
      ImageEncoder.png().write(Pictures.noise(20, 20, i), root.resolve("images/" + i + ".png"));
    }
  }

  private void assertRefused(String variable, String value, String part) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                java,
                "-Xmx128m",
                "-Dhttps.proxyHost=127.0.0.1", // nothing is fetched
                "-Dhttps.proxyPort=9",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "pretrain",
                "--cfg",
                cfg.toString(),
                "--data-path",
                root.resolve("images").toString(),
                "--output",
                root.resolve("runs").toString()));
    builder.environment().put(variable, value);
    Path output = root.resolve("output.txt");
    Path errors = root.resolve("errors.txt");
    Process process =
        builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
    assertEquals(1, process.waitFor(), () -> text(errors));
    List<String> lines = text(errors).lines().toList();
    String last = lines.get(lines.size() - 1);
    assertTrue(
        last.contains(part) && last.endsWith("Run 'simmim doctor' to see what is missing."), last);
    assertTrue(lines.stream().noneMatch(line -> line.contains("\tat ")), () -> text(errors));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aFolderWithoutItIsNotPassedOverInSilence(FaultTable table) throws Exception {
    String folder = Files.createDirectories(root.resolve("nothing")).toString();
    table.trying(
        "native engine missing", () -> assertRefused("PYTORCH_LIBRARY_PATH", folder, folder));
  }

  @Test
  void aLibraryThatCannotBeLoadedIsSaid(FaultTable table) throws Exception {
    Path folder = Files.createDirectories(root.resolve("damaged"));
    for (String name : List.of("c10", "torch_cpu", "torch")) {
      Files.writeString(folder.resolve(System.mapLibraryName(name)), "no library");
    }
    table.trying(
        "native engine damaged",
        () ->
            assertRefused(
                "PYTORCH_LIBRARY_PATH", folder.toString(), "native PyTorch library could not be"));
  }

  @Test
  void aVersionThatThisProgramCannotUseIsSaid(FaultTable table) throws Exception {
    table.trying(
        "native engine of the wrong version",
        () -> assertRefused("PYTORCH_VERSION", "1.0.0", "native PyTorch library could not be"));
  }
}
