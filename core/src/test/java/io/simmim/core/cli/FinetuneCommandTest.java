package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Precision;
import io.simmim.core.run.RunEvent.Note;
import io.simmim.core.run.RunEvent.Started;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunManifest;
import io.simmim.core.run.RunStatus;
import io.simmim.core.testing.Golden;
import io.simmim.core.weights.CheckpointFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fine-tuning as the user of the official scripts calls it. */
class FinetuneCommandTest {

  @TempDir private Path root;
  private CommandLineRun line;

  @BeforeEach
  void prepare() throws Exception {
    line = new CommandLineRun(root);
  }

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void finetuneTakesTheOfficialFlags() throws Exception {
    int exitCode =
        line.finetune(
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
    assertEquals(0, exitCode, line.err());
    assertEquals("", line.err());
    List<String> lines = line.out().lines().toList();
    assertEquals(line.folder("x").path().toAbsolutePath().toString(), lines.get(lines.size() - 1));

    ExperimentConfig config = line.stored("x");
    assertEquals(1, config.train().epochs());
    assertEquals(0, config.aug().mixup());
    assertEquals(3, config.data().batchSize());
    assertEquals(3, config.train().accumulationSteps());
    assertTrue(config.train().useCheckpoint());
    assertEquals(Precision.BF16, config.precision());
    assertEquals(5, config.seed());
    assertEquals(3, config.model().numClasses());
    assertEquals(3, line.events("x", Step.class).size());
    RunManifest manifest = RunManifest.read(line.folder("x").manifest()).orElseThrow();
    assertEquals(RunStatus.FINISHED, manifest.state());
    assertEquals("vit", manifest.configName());
    assertTrue(manifest.commandLine().contains("--accumulation-steps"));
    String said = line.terminal();
    assertTrue(said.contains("top-1 ") && said.contains("All 1 epochs are done."), said);
  }

  @Test
  void takesTheWordsOfSwinTransformersScripts() throws Exception {
    Path checkpoint = line.trained();
    List<Object> evaluation = List.of("--eval", "--resume", checkpoint, "--local_rank", "0");
    for (String word : List.of("--enable-amp", "--disable-amp")) {
      List<Object> all = new ArrayList<>(evaluation);
      all.addAll(List.of(word, "--tag", word.substring(2)));
      assertEquals(0, line.finetune(all.toArray()), line.err());
    }
    assertEquals(Precision.BF16, line.stored("enable-amp").precision());
    assertEquals(Precision.FP32, line.stored("disable-amp").precision());
  }

  @Test
  void precisionWinsOverTheOfficialWord() throws Exception {
    line.finetune(
        "--opts",
        "TRAIN.EPOCHS",
        "1",
        "TRAIN.WARMUP_EPOCHS",
        "0",
        "--amp-opt-level",
        "O1",
        "--precision",
        "fp32");
    assertEquals(Precision.FP32, line.stored("t").precision());
  }

  @Test
  void beginsFromAnOfficialPreTraining() throws Exception {
    Path golden = Golden.path("D_load_vit_same_size/config.yaml");
    Path pretraining = Golden.path("A_pretrain_vit_shared_rpb/ckpt_epoch_0.pth");
    int exitCode =
        line.simmim(
            "finetune",
            "--cfg",
            golden,
            "--data-path",
            line.data(),
            "--pretrained",
            pretraining,
            "--opts",
            "TRAIN.EPOCHS",
            "1",
            "MODEL.NAME",
            "tiny");
    assertEquals(0, exitCode, line.err());
    List<Note> notes = line.events("d_vit_same", Note.class);
    assertTrue(notes.toString().contains("holds a pre-training"), notes.toString());
    assertEquals(
        List.of("ant", "bee", "cat"),
        CheckpointFile.open(line.folder("d_vit_same").checkpoint(0)).training().classes());
  }

  @Test
  void resumesFromTheFileThatIsGiven() throws Exception {
    Path file = line.trained();
    int exitCode =
        line.finetune("--opts", "TRAIN.WARMUP_EPOCHS", "0", "--resume", file, "--tag", "further");
    assertEquals(0, exitCode, line.err());
    Started started = line.events("further", Started.class).get(0);
    assertEquals(1, started.startEpoch());
    assertEquals(file.toString(), started.resumedFrom());
    assertEquals(4, line.events("further", Step.class).size());
  }

  @Test
  void failuresAreOneSentenceAndExitCodeOne() {
    line.assertFails("--data-path", line.simmim("finetune", "--cfg", line.cfg()));
    line.assertFails("'tpu'", line.finetune("--device", "tpu"));
    line.assertFails("gone.yaml", line.simmim("finetune", "--cfg", root.resolve("gone.yaml")));
    line.assertFails("AMP_OPT_LEVEL", line.finetune("--amp-opt-level", "O7"));
    line.assertFails("gone.pth", line.finetune("--pretrained", root.resolve("gone.pth")));
    line.assertFails("fp16", line.simmim("throughput", "--cfg", line.cfg(), "--precision", "fp16"));
  }

  @Test
  void wrongUsageIsTwo() {
    line.assertWrongUsage("--cfg", line.simmim("finetune"));
    line.assertWrongUsage("--cfg", line.simmim("throughput"));
    line.assertWrongUsage("--batch-sise", line.finetune("--batch-sise", 2));
  }

  @Test
  void aStopIsItsOwnExitCode() throws Exception {
    RunFolder folder = line.folder("t");
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
    assertEquals(130, line.finetune("--opts", "TRAIN.EPOCHS", "100000"), line.err());
    user.join();
    RunManifest manifest = RunManifest.read(folder.manifest()).orElseThrow();
    assertEquals(RunStatus.STOPPED, manifest.state());
    assertTrue(Files.notExists(folder.stopRequest()));
  }
}
