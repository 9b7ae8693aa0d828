package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.bench.BenchReport;
import io.simmim.core.bench.BenchRow;
import io.simmim.core.bench.Timing;
import io.simmim.core.bench.Work;
import io.simmim.core.image.ImageEncoder;
import io.simmim.core.testing.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteBenchTest {

  private static final int TERMINAL = 100;
  private static final Path SCRIPT = Path.of("src/test/resources/torchscript/tiny.pt");

  @TempDir private Path folder;
  private final BenchLine line = new BenchLine();

  @BeforeEach
  void aPicture() throws Exception {
    Files.write(folder.resolve("a.jpg"), ImageEncoder.jpeg(0.9f).encode(Pictures.noise(40, 30, 0)));
  }

  @Test
  void aRowThatFailsDoesNotEndTheOthers() throws Exception {
    Path json = folder.resolve("bench.json");
    Files.copy(SCRIPT, folder.resolve("swin-tiny.pt"));
    assertEquals(
        1,
        line.bench(
            "--suite",
            "--models=swin-tiny",
            "--forward",
            "--precision=fp16,fp32",
            "--batch-size=2",
            "--steps=2",
            "--warmup=0",
            "--workers=1",
            "--markdown",
            "--data-path",
            folder,
            "--torchscript-dir",
            folder,
            "--json",
            json),
        line.out());
    assertEquals("1 of 3 measurements failed; the table says why.", line.err().strip(), line.out());

    BenchReport report = BenchReport.read(Files.readString(json)).orElseThrow();
    assertEquals(
        List.of("swin-tiny forward fp16 false", "swin-tiny forward fp32 true"),
        report.rows().stream()
            .map(
                row ->
                    "%s %s %s %s"
                        .formatted(row.model(), row.pass(), row.precision(), row.isMeasured()))
            .toList());
    assertTrue(report.rows().get(0).fault().startsWith("Precision fp16 needs a GPU"), line.out());
    BenchRow measured = report.rows().get(1);
    assertEquals(2, measured.own().seconds().size());
    assertEquals(2, measured.torchScript().seconds().size());
    assertTrue(measured.peakMb() > 0 && measured.parameters() > 1_000_000, measured.toString());
    assertEquals("cpu", report.machine().device());
    assertEquals(1, report.loader().images());
    assertTrue(report.loader().imagesPerSecond() > 0, line.out());

    List<String> said = line.out().lines().toList();
    assertEquals(BenchTable.head(), said.get(0));
    assertTrue(said.contains(BenchTable.line(measured)), line.out());
    assertTrue(line.out().contains("\n| model "), line.out());
  }

  @Test
  void aPictureThatCannotBeReadCostsOnlyThatRow() throws Exception {
    Files.writeString(folder.resolve("b.jpg"), "no picture");
    assertEquals(
        1,
        line.bench(
            "--suite",
            "--models=swin-tiny",
            "--forward",
            "--batch-size=1",
            "--steps=1",
            "--warmup=0",
            "--data-path",
            folder,
            "--json"));
    assertTrue(line.err().contains("\npictures   failed\n  "), line.err());
    assertTrue(line.err().contains("b.jpg"), line.err());
    assertTrue(line.report().rows().get(0).isMeasured(), line.out());
  }

  @Test
  void theTableFitsATerminal() {
    Timing slow = new Timing(1000.12345, 1234.56789, List.of());
    BenchRow widest =
        new BenchRow("swin-tiny", Work.FORWARD.word(), "fp32", 1024, 1, slow, slow, 123456, null);
    for (String text : List.of(BenchTable.head(), BenchTable.line(widest))) {
      assertTrue(text.length() <= TERMINAL, text);
    }
    assertTrue(BenchTable.line(widest).endsWith("1.00 (1.00)"), BenchTable.line(widest));
    BenchRow failed = BenchRow.failed("vit-b", Work.STEP, "bf16", 4, "It broke.");
    assertTrue(BenchTable.line(failed).endsWith("failed"), BenchTable.line(failed));
  }

  @Test
  void everyModelsConfigurationIsShipped() {
    for (SuiteModel model : SuiteModel.values()) {
      assertTrue(Files.isRegularFile(model.config()), model.config().toString());
      assertEquals(model, SuiteModel.of(model.label()));
    }
  }

  @Test
  void whatCannotBeMeasuredIsSaidBeforeAnythingIs() {
    assertWrong("--models: 'swin' is none of swin-tiny, swin-b", "--suite", "--models=swin");
    assertWrong("go with --suite", "--models=swin-b");
    assertWrong("several values only with --suite", "--precision=fp32,bf16", "--cfg=x.yaml");
    assertWrong("--suite has its own models", "--suite", "--cfg=x.yaml");
    assertWrong("--steps must be at least 1", "--suite", "--steps=0");
    assertFails("PRECISION", "--suite", "--precision=fp31");
    assertFails("DATA.BATCH_SIZE", "--suite", "--batch-size=-1");
    assertFails("holds none of the TorchScript files", "--suite", "--torchscript-dir", folder);
  }

  private void assertWrong(String part, Object... arguments) {
    assertEquals(2, line.bench(arguments));
    assertTrue(line.err().contains(part), line.err());
  }

  private void assertFails(String part, Object... arguments) {
    assertEquals(1, line.bench(arguments));
    assertTrue(line.err().contains(part), line.err());
    assertFalse(line.out().contains("model"), line.out());
  }
}
