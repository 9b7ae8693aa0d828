package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.config.Precision;
import io.simmim.core.run.EventReader;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Note;
import io.simmim.core.run.RunEvent.Started;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.run.RunEvent.Throughput;
import io.simmim.core.run.RunEvent.Validation;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunManifest;
import io.simmim.core.run.RunStatus;
import io.simmim.core.testing.ClassFolders;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.TinyModel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Fine-tuning, evaluation and throughput as the user of the official scripts calls them. */
class StageCommandsTest {

  @TempDir private Path root;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private final PrintStream before = System.err;
  private Path cfg;
  private Path data;

  @BeforeEach
  void prepare() throws Exception {
    System.setErr(new PrintStream(terminal, true, StandardCharsets.UTF_8));
    cfg = Files.writeString(root.resolve("vit.yaml"), TinyModel.VIT.fineTuning());
    data = root.resolve("data");
    ClassFolders.write(data.resolve("train"), 9, "ant", "bee", "cat");
    ClassFolders.write(data.resolve("val"), 5, "ant", "bee", "cat");
  }

  @AfterEach
  void restore() {
    System.setErr(before);
  }

  /** Runs a command line; {@code --output} is added. */
  private int simmim(Object... arguments) {
    List<String> all = new ArrayList<>(Arrays.stream(arguments).map(Object::toString).toList());
    all.addAll(List.of("--output", root.resolve("runs").toString()));
    CommandLine line = new CommandLine(new SimMim());
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return Main.run(line, all.toArray(String[]::new));
  }

  private Object[] with(List<?> first, Object... more) {
    List<Object> all = new ArrayList<>(first);
    all.addAll(List.of(more));
    return all.toArray();
  }

  private int finetune(Object... more) {
    return simmim(with(List.of("finetune", "--cfg", cfg, "--data-path", data), more));
  }

  private RunFolder folder(String tag) {
    return RunFolder.of(root.resolve("runs"), "tiny", tag);
  }

  private ExperimentConfig stored(String tag) throws Exception {
    return new ConfigLoader().load(folder(tag).config(), Overrides.none()).orThrow();
  }

  private <E extends RunEvent> List<E> events(String tag, Class<E> type) throws Exception {
    return new EventReader(folder(tag).events())
        .poll().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private Path trained() throws Exception {
    int exitCode = finetune("--opts", "TRAIN.EPOCHS", "1", "TRAIN.WARMUP_EPOCHS", "0");
    assertEquals(0, exitCode, err.toString());
    return folder("t").checkpoint(0);
  }

  private void assertFails(String part, int exitCode) {
    assertEquals(1, exitCode, out.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains(part), err.toString());
    assertTrue(err.toString().strip().endsWith("."), err.toString());
    err.getBuffer().setLength(0);
  }

  private void assertWrongUsage(String part, int exitCode) {
    assertEquals(2, exitCode, err.toString());
    assertTrue(err.toString().contains(part), err.toString());
    err.getBuffer().setLength(0);
  }

  @Test
  void finetuneTakesTheOfficialFlags() throws Exception {
    int exitCode =
        finetune(
            "--opts",
            "TRAIN.EPOCHS",
            "1",
            "TRAIN.WARMUP_EPOCHS",
            "0",
            "AUG.MIXUP",
            "0.0",
            "--batch-size",
            3,
            "--accumulation-steps",
            3,
            "--use-checkpoint",
            "--amp-opt-level",
            "O1",
            "--tag",
            "x",
            "--seed",
            5,
            "--device",
            "cpu");
    assertEquals(0, exitCode, err.toString());
    assertEquals("", err.toString());
    List<String> lines = out.toString().lines().toList();
    assertEquals(folder("x").path().toAbsolutePath().toString(), lines.get(lines.size() - 1));

    ExperimentConfig config = stored("x");
    assertEquals(1, config.train().epochs());
    assertEquals(0, config.aug().mixup());
    assertEquals(3, config.data().batchSize());
    assertEquals(3, config.train().accumulationSteps());
    assertTrue(config.train().useCheckpoint());
    assertEquals(Precision.BF16, config.precision());
    assertEquals(5, config.seed());
    assertEquals(3, config.model().numClasses());
    assertEquals(3, events("x", Step.class).size());
    RunManifest manifest = RunManifest.read(folder("x").manifest()).orElseThrow();
    assertEquals(RunStatus.FINISHED, manifest.state());
    assertEquals("vit", manifest.configName());
    assertTrue(manifest.commandLine().contains("--accumulation-steps"));
    String said = terminal.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("top-1 ") && said.contains("All 1 epochs are done."), said);
  }

  @Test
  void precisionWinsOverTheOfficialWord() throws Exception {
    finetune(
        "--opts",
        "TRAIN.EPOCHS",
        "1",
        "TRAIN.WARMUP_EPOCHS",
        "0",
        "--amp-opt-level",
        "O1",
        "--precision",
        "fp32");
    assertEquals(Precision.FP32, stored("t").precision());
  }

  @Test
  void beginsFromAnOfficialPreTraining() throws Exception {
    Path golden = Golden.path("D_load_vit_same_size/config.yaml");
    Path pretraining = Golden.path("A_pretrain_vit_shared_rpb/ckpt_epoch_0.pth");
    int exitCode =
        simmim(
            "finetune",
            "--cfg",
            golden,
            "--data-path",
            data,
            "--pretrained",
            pretraining,
            "--opts",
            "TRAIN.EPOCHS",
            "1",
            "MODEL.NAME",
            "tiny");
    assertEquals(0, exitCode, err.toString());
    List<Note> notes = events("d_vit_same", Note.class);
    assertTrue(notes.toString().contains("holds a pre-training"), notes.toString());
    assertEquals(
        List.of("ant", "bee", "cat"),
        TrainingCheckpoint.read(folder("d_vit_same").checkpoint(0)).classes());
  }

  @Test
  void resumesFromTheFileThatIsGiven() throws Exception {
    Path file = trained();
    int exitCode =
        finetune("--opts", "TRAIN.WARMUP_EPOCHS", "0", "--resume", file, "--tag", "further");
    assertEquals(0, exitCode, err.toString());
    Started started = events("further", Started.class).get(0);
    assertEquals(1, started.startEpoch());
    assertEquals(file.toString(), started.resumedFrom());
    assertEquals(4, events("further", Step.class).size());
  }

  @Test
  void evaluateAndFinetuneEvalMeasureTheSame() throws Exception {
    Path file = trained();
    assertEquals(0, simmim("evaluate", "--resume", file), err.toString());
    assertEquals(0, finetune("--eval", "--resume", file, "--tag", "e"), err.toString());
    assertEquals(0, finetune("--eval", "--pretrained", file, "--tag", "p"), err.toString());
    assertEquals(
        0,
        finetune("--opts", "EVAL_MODE", "true", "MODEL.RESUME", file, "--tag", "o"),
        err.toString());
    Validation measured = events("t__evaluate", Validation.class).get(0);
    for (String tag : List.of("e", "p", "o")) {
      Validation same = events(tag, Validation.class).get(0);
      assertEquals(measured.loss(), same.loss());
      assertEquals(measured.top1(), same.top1());
      assertEquals(measured.images(), same.images());
    }
    Validation last = events("t", Validation.class).get(0);
    assertEquals(last.loss(), measured.loss(), "as after the epoch");
    assertEquals(last.top1(), measured.top1());
  }

  @Test
  void evaluateTakesItsOwnFlags() throws Exception {
    Path file = trained();
    int exitCode =
        simmim(
            "evaluate",
            "--cfg",
            cfg,
            "--checkpoint",
            file,
            "--data-path",
            data,
            "--batch-size",
            4,
            "--precision",
            "bf16",
            "--device",
            "cpu",
            "--opts",
            "TEST.CROP",
            "false");
    assertEquals(0, exitCode, err.toString());
    assertEquals(4, stored("t__evaluate").data().batchSize());
    assertTrue(!stored("t__evaluate").test().crop());
    List<String> lines = out.toString().lines().toList();
    String last = lines.get(lines.size() - 1);
    assertEquals(folder("t__evaluate").path().toAbsolutePath().toString(), last);
  }

  @Test
  void evaluatesAnOfficialCheckpointWithTheConfigurationInIt() throws Exception {
    ClassFolders.write(
        root.resolve("ten/val"), 10, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    Path golden = Golden.path("C_finetune_swin/ckpt_epoch_1.pth");
    int exitCode =
        simmim(
            "evaluate",
            "--resume",
            golden,
            "--data-path",
            root.resolve("ten"),
            "--opts",
            "MODEL.NAME",
            "tiny",
            "--tag",
            "official");
    assertEquals(0, exitCode, err.toString());
    Validation measured = events("official", Validation.class).get(0);
    assertEquals(10, measured.images());
    assertEquals(1, measured.epoch());
  }

  @Test
  void whatCannotBeEvaluatedIsSaid() throws Exception {
    assertWrongUsage("--resume", finetune("--eval"));
    assertWrongUsage("--checkpoint", simmim("evaluate", "--data-path", data));
    assertFails("gone.pth", finetune("--eval", "--resume", root.resolve("gone.pth")));
    assertFails("gone.pth", simmim("evaluate", "--resume", root.resolve("gone.pth")));
    Path pretraining = Golden.path("A_pretrain_vit_shared_rpb/ckpt_epoch_0.pth");
    assertFails("no classifier", simmim("evaluate", "--resume", pretraining, "--data-path", data));
    Path weights = Golden.path("C_finetune_vit/init.pth");
    assertFails("--cfg", simmim("evaluate", "--resume", weights, "--data-path", data));
    assertTrue(Files.notExists(root.resolve("runs")));
  }

  @Test
  void throughputIsACommandAndAFlag() throws Exception {
    assertEquals(0, simmim("throughput", "--cfg", cfg, "--batch-size", 2), err.toString());
    assertEquals(0, finetune("--throughput", "--tag", "flag"), err.toString());
    Throughput measured = events("t__throughput", Throughput.class).get(0);
    assertEquals(2, measured.batchSize());
    assertTrue(measured.imagesPerSecond() > 0);
    assertEquals(2, events("flag", Throughput.class).get(0).batchSize());
    assertTrue(terminal.toString(StandardCharsets.UTF_8).contains(" images/s ("));
  }

  @Test
  void failuresAreOneSentenceAndExitCodeOne() {
    assertFails("--data-path", simmim("finetune", "--cfg", cfg));
    assertFails("'tpu'", finetune("--device", "tpu"));
    assertFails("gone.yaml", simmim("finetune", "--cfg", root.resolve("gone.yaml")));
    assertFails("AMP_OPT_LEVEL", finetune("--amp-opt-level", "O7"));
    assertFails("gone.pth", finetune("--pretrained", root.resolve("gone.pth")));
    assertFails("fp16", simmim("throughput", "--cfg", cfg, "--precision", "fp16"));
  }

  @Test
  void wrongUsageIsTwo() {
    assertWrongUsage("--cfg", simmim("finetune"));
    assertWrongUsage("--cfg", simmim("throughput"));
    assertWrongUsage("--batch-sise", finetune("--batch-sise", 2));
  }

  @Test
  void aStopIsItsOwnExitCode() throws Exception {
    RunFolder folder = folder("t");
    Thread user =
        new Thread(
            () -> {
              try {
                while (!Files.exists(folder.events()) || Files.size(folder.events()) == 0) {
                  Thread.sleep(5);
                }
                Files.createFile(folder.stopRequest());
              } catch (java.io.IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    user.start();
    assertEquals(130, finetune("--opts", "TRAIN.EPOCHS", "100000"), err.toString());
    user.join();
    RunManifest manifest = RunManifest.read(folder.manifest()).orElseThrow();
    assertEquals(RunStatus.STOPPED, manifest.state());
    assertTrue(Files.notExists(folder.stopRequest()));
  }
}
