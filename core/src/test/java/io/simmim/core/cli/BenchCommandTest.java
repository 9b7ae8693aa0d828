package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.bench.BenchReport;
import io.simmim.core.bench.BenchRow;
import io.simmim.core.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {

  /** A TorchScript file, written by {@code python/tiny_torchscript.py}. */
  private static final Path TINY = Path.of("src/test/resources/torchscript/tiny.pt");

  private final BenchLine line = new BenchLine();

  @Test
  void loadingACheckpointIsTimed() {
    assertEquals(
        0, line.bench("--checkpoint", Golden.path("A_pretrain_swin/ckpt_epoch_0.pth")), line.err());
    String said = line.out();
    assertTrue(said.startsWith("ckpt_epoch_0.pth, "), said);
    assertTrue(said.contains("opened in ") && said.contains("loaded in "), said);
  }

  @Test
  void stepsAndForwardPassesAreTimed() {
    Path config = Golden.path("A_pretrain_swin/config.yaml");
    for (String kind : List.of("--steps=2", "--forward")) {
      assertEquals(
          0, line.bench("--cfg", config, kind, "--batch-size", 2, "--warmup", 0), line.err());
    }
    assertTrue(line.out().contains("batch 2 on cpu with "), line.out());
  }

  @Test
  void aFileThatIsNoTorchScriptIsNamed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("model.pt"), "no model");
    Path config = Golden.path("A_pretrain_swin/config.yaml");
    assertEquals(1, line.bench("--cfg", config, "--batch-size", 2, "--torchscript", file));
    assertTrue(line.err().contains(file + " is no TorchScript model"), line.err());
  }

  @Test
  void somethingToTimeMustBeNamed() {
    assertEquals(2, line.bench("--steps", 1));
    assertTrue(
        line.err().contains("--suite, --cfg, --checkpoint or --data-path must be given."),
        line.err());
  }

  @Test
  void aTorchScriptFileIsTimedTurnByTurn() {
    Path config = Golden.path("A_pretrain_swin/config.yaml");
    for (String kind : List.of("--steps=2", "--forward")) {
      assertEquals(
          0,
          line.bench(
              "--cfg", config, kind, "--batch-size", 2, "--warmup", 0, "--torchscript", TINY),
          line.err());
      List<String> said = line.out().lines().toList();
      assertTrue(
          said.get(1)
              .matches(
                  "tiny.pt: [0-9.]+ s min, [0-9.]+ median; ours takes [0-9.]+ of that \\(min\\),"
                      + " [0-9.]+ \\(median\\)"),
          said.toString());
    }
  }

  @Test
  void aTorchScriptFileOfAnotherModelIsRefused() {
    Path config = Golden.path("A_pretrain_vit_ape/config.yaml");
    assertEquals(1, line.bench("--cfg", config, "--batch-size", 2, "--torchscript", TINY));
    assertTrue(
        line.err().startsWith("The TorchScript model " + TINY + " does not take pictures and mask"),
        line.err());
  }

  @Test
  void everyTimeIsInTheJson() {
    Path config = Golden.path("A_pretrain_swin/config.yaml");
    String[] effort = {"--batch-size=2", "--warmup=1", "--steps=3"};
    assertEquals(
        0,
        line.bench(
            "--cfg", config, effort[0], effort[1], effort[2], "--torchscript", TINY, "--json"),
        line.err());
    BenchReport report = line.report();
    BenchRow row = report.rows().get(0);
    assertEquals(
        "config step fp32 2",
        "%s %s %s %d".formatted(row.model(), row.pass(), row.precision(), row.batchSize()));
    assertEquals(3, row.own().seconds().size());
    assertEquals(3, row.torchScript().seconds().size());
    assertEquals(Collections.min(row.own().seconds()), row.own().min());
    assertTrue(row.own().median() >= row.own().min() && row.peakMb() > 0, row.toString());
    assertEquals(Runtime.getRuntime().availableProcessors(), report.machine().cores());
    assertTrue(report.machine().engine().startsWith("PyTorch "), report.machine().toString());
    assertTrue(report.machine().threads() > 0, report.machine().toString());
  }

  @Test
  void theJsonCanGoIntoAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("new/bench.json");
    assertEquals(
        0,
        line.bench("--checkpoint", Golden.path("A_pretrain_swin/ckpt_epoch_0.pth"), "--json", file),
        line.err());
    assertTrue(line.out().startsWith("ckpt_epoch_0.pth, "), line.out());
    assertTrue(
        BenchReport.read(Files.readString(file)).orElseThrow().loading().seconds() > 0, line.out());
  }
}
