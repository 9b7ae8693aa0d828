package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.testing.Golden;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int bench(Object... arguments) {
    CommandLine line = new CommandLine(new SimMim());
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    Stream<String> words = Stream.of(arguments).map(Object::toString);
    return Main.run(line, Stream.concat(Stream.of("bench"), words).toArray(String[]::new));
  }

  @Test
  void loadingACheckpointIsTimed() {
    assertEquals(
        0, bench("--checkpoint", Golden.path("A_pretrain_swin/ckpt_epoch_0.pth")), err.toString());
    String said = out.toString();
    assertTrue(said.startsWith("ckpt_epoch_0.pth, "), said);
    assertTrue(said.contains("opened in ") && said.contains("loaded in "), said);
  }

  @Test
  void stepsAndForwardPassesAreTimed() {
    Path config = Golden.path("A_pretrain_swin/config.yaml");
    for (String kind : List.of("--steps=2", "--forward")) {
      assertEquals(
          0, bench("--cfg", config, kind, "--batch-size", 2, "--warmup", 0), err.toString());
    }
    assertTrue(out.toString().contains("batch 2 on cpu with "), out.toString());
  }

  @Test
  void aFileThatIsNoTorchScriptIsNamed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("model.pt"), "no model");
    Path config = Golden.path("A_pretrain_swin/config.yaml");
    assertEquals(1, bench("--cfg", config, "--batch-size", 2, "--torchscript", file));
    assertTrue(err.toString().contains(file + " is no TorchScript model"), err.toString());
  }

  @Test
  void somethingToTimeMustBeNamed() {
    assertEquals(2, bench("--steps", 1));
    assertTrue(
        err.toString().contains("--cfg, --checkpoint or --data-path must be given."),
        err.toString());
  }
}
