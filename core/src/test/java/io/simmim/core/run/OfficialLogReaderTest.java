package io.simmim.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.DataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficialLogReaderTest {

  private static final String HEAD = "[2021-11-14 10:12:33 simmim_pretrain] (main_simmim.py 184): ";
  private static final String TUNE = "[2021-11-14 10:12:33 simmim_finetune] (main_finetune.py 9): ";

  @TempDir Path folder;

  private static String train(int epoch, int index, double loss) {
    return HEAD
        + "INFO Train: [%d/100][%d/50]\teta 1 day, 2:05:06 lr 0.000004\ttime 0.5000 (0.6000)\t"
            .formatted(epoch, index)
        + "loss %.4f (%.4f)\tgrad_norm 2.0000 (2.0000)\tmem 20191MB".formatted(loss, loss + 0.1);
  }

  private static ReadLog read(String... lines) {
    return OfficialLogReader.read(Stream.of(lines), ZoneOffset.UTC);
  }

  private static <E> List<E> only(ReadLog log, Class<E> type) {
    return log.events().stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Test
  void readsTheLineOfAStep() {
    ReadLog log = read(train(3, 20, 0.8));
    RunEvent.Step step = only(log, RunEvent.Step.class).get(0);
    assertEquals("simmim_pretrain", log.name());
    assertEquals(Instant.parse("2021-11-14T10:12:33Z"), step.time());
    assertEquals(170, step.step());
    assertEquals(0.8, step.loss());
    assertEquals(4e-6, step.lr());
    assertEquals(2, step.gradNorm());
    assertEquals(0.5, step.stepSeconds());
    assertEquals(20191, step.memoryMb());
    RunEvent.Started started = only(log, RunEvent.Started.class).get(0);
    assertEquals(List.of(100, 50, 3), List.of(started.epochs(), started.stepsPerEpoch(), 3));
    assertEquals("pretrain", started.stage());
  }

  @Test
  void readsTheWiderLineOfTheSwinRepositoryInColour() {
    ReadLog log =
        read(
            "\u001b[32m[2022-02-01 00:00:01 swin_tiny]\u001b[0m\u001b[33m(main.py 227)\u001b[0m: INFO"
                + " Train: [0/300][10/1251]\teta 0:10:00 lr 0.000001\t wd 0.0500\ttime 0.3 (0.4)\t"
                + "loss nan (6.9)\tgrad_norm 1.5 (1.5)\tloss_scale 65536.0 (65536.0)\tmem 9000MB");
    RunEvent.Step step = only(log, RunEvent.Step.class).get(0);
    assertTrue(Double.isNaN(step.loss()));
    assertEquals(1.5, step.gradNorm());
    assertEquals("finetune", only(log, RunEvent.Started.class).get(0).stage());
    assertEquals(0, log.badLines());
  }

  @Test
  void anAppendedRestartIsAResume() {
    ReadLog log = read(train(0, 0, .9), train(0, 40, .8), train(1, 0, .7), train(0, 0, .9));
    List<RunEvent.Started> starts = only(log, RunEvent.Started.class);
    assertEquals(2, starts.size());
    assertEquals(0, starts.get(1).startStep());
    assertEquals(4, only(log, RunEvent.Step.class).size());
  }

  @Test
  void countsSpoiltLinesAndGoesOn() {
    String cut = train(0, 10, .5).substring(0, 90);
    String torn = "in: [0/100][3/50] Train: [0/100][4/50]";
    ReadLog log = read(train(0, 0, .9), cut, torn, "Traceback (most recent call last):");
    assertEquals(2, log.badLines());
    assertEquals(1, only(log, RunEvent.Step.class).size());
  }

  @Test
  void readsAccuracyEpochsAndTheEnd() {
    String line = train(4, 40, 1.5).replace("main_simmim.py", "main_finetune.py");
    ReadLog log =
        read(
            line,
            TUNE + "INFO EPOCH 4 training takes 0:12:34",
            TUNE + "INFO Test: [0/98]\tTime 5.2 (5.2)\tLoss 0.5000 (0.6250)\tAcc@1 9.0 (9.0)",
            TUNE + "INFO  * Acc@1 82.123 Acc@5 96.100",
            TUNE + "INFO Accuracy of the network on the 50000 test images: 82.1%",
            TUNE + "INFO Max accuracy: 82.12%",
            TUNE + "INFO Training time 1 day, 0:00:01");
    RunEvent.Epoch epoch = only(log, RunEvent.Epoch.class).get(0);
    assertEquals(754, epoch.seconds());
    assertEquals(1.6, epoch.meanLoss(), 1e-9);
    RunEvent.Validation validation = only(log, RunEvent.Validation.class).get(0);
    assertEquals(82.123, validation.top1());
    assertEquals(96.1, validation.top5());
    assertEquals(0.625, validation.loss());
    assertEquals(50000, validation.images());
    assertEquals(4, validation.epoch());
    assertEquals(249, validation.step());
    assertEquals(1, only(log, RunEvent.Ended.class).size());
  }

  @Test
  void takesTheConfigurationThatWasPrinted() {
    ReadLog log =
        read(
            HEAD + "INFO Full config saved to output/config.json",
            HEAD + "INFO AMP_OPT_LEVEL: O1",
            "DATA:",
            "  BATCH_SIZE: 128",
            HEAD + "INFO number of params: 89875795",
            train(0, 0, .9));
    assertEquals("AMP_OPT_LEVEL: O1\nDATA:\n  BATCH_SIZE: 128\n", log.config());
    assertEquals(256, only(log, RunEvent.Step.class).get(0).imagesPerSecond());
    assertEquals(89875795, only(log, RunEvent.Started.class).get(0).parameters());
  }

  @Test
  void importedLogsAreRunsThatAreNotUnderWay() throws Exception {
    Path log = folder.resolve("theirs/default/log_rank0.txt");
    Files.createDirectories(log.getParent());
    Files.writeString(log, train(0, 0, .9) + "\n" + train(0, 10, .8).substring(0, 80) + "\n");
    Path workspace = folder.resolve("runs");
    Path found = LogImport.logsIn(folder.resolve("theirs")).get(0);
    LogImport.Imported first = LogImport.into(workspace, found, ZoneOffset.UTC);
    LogImport.Imported second = LogImport.into(workspace, found, ZoneOffset.UTC);
    assertEquals(1, first.badLines());
    assertEquals(workspace.resolve("imported/simmim_pretrain/default"), first.folder().path());
    assertEquals("default-2", second.folder().path().getFileName().toString());
    RunSummary run = RunSummary.read(first.folder());
    assertEquals(RunStatus.STOPPED, run.status());
    assertTrue(run.manifest().orElseThrow().isImported());
    assertEquals(0.9, run.lastStep().orElseThrow().loss());
    assertEquals(2, RunScan.below(workspace).size());
  }

  @Test
  void aFileThatIsNoLogIsRefusedInOneSentence() throws Exception {
    Path file = Files.writeString(folder.resolve("shopping.txt"), "milk\nbread\n");
    DataException fault =
        assertThrows(DataException.class, () -> LogImport.into(folder, file, ZoneOffset.UTC));
    assertTrue(fault.getMessage().contains("no line of an official training log"));
  }

  @Test
  void readsBackWhatOurOwnLogWrites() throws Exception {
    Path file = folder.resolve("log_rank0.txt");
    Instant time = Instant.parse("2026-11-23T10:20:30Z");
    try (OfficialLog out = OfficialLog.open(file, "ours", 1, ZoneOffset.UTC)) {
      out.accept(new RunEvent.Started(time, "finetune", 2, 1, 4, 0, 0, 9, 7, "cpu", null));
      out.accept(new RunEvent.Step(time, 0, 0, 0, 0.8, 1e-3, 2, 8, 0.5, 0, 99));
      out.accept(new RunEvent.Epoch(time, 0, 0.8, 61));
      out.accept(new RunEvent.Ended(time, RunEvent.Outcome.FINISHED, 0, 0, "done"));
      out.accept(new RunEvent.Validation(time, 0, 0, 200, 0.25, 50.5, 99.5, 50.5, 1));
    }
    ReadLog log = OfficialLogReader.read(Files.readAllLines(file).stream(), ZoneOffset.UTC);
    assertEquals(0.8, only(log, RunEvent.Step.class).get(0).loss());
    assertEquals("", log.config());
    assertEquals(61, only(log, RunEvent.Epoch.class).get(0).seconds());
    assertEquals(50.5, only(log, RunEvent.Validation.class).get(0).top1());
    assertEquals(200, only(log, RunEvent.Validation.class).get(0).images());
  }
}
