package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.run.RunEvent.Throughput;
import io.simmim.core.run.RunEvent.Validation;
import io.simmim.core.testing.ClassFolders;
import io.simmim.core.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evaluation and throughput as the user of the official scripts calls them. */
class EvaluateCommandTest {

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
  void evaluateAndFinetuneEvalMeasureTheSame() throws Exception {
    Path file = line.trained();
    assertEquals(0, line.simmim("evaluate", "--resume", file), line.err());
    assertEquals(0, line.finetune("--eval", "--resume", file, "--tag", "e"), line.err());
    assertEquals(0, line.finetune("--eval", "--pretrained", file, "--tag", "p"), line.err());
    assertEquals(
        0,
        line.finetune("--opts", "EVAL_MODE", "true", "MODEL.RESUME", file, "--tag", "o"),
        line.err());
    Validation measured = line.events("t__evaluate", Validation.class).get(0);
    for (String tag : List.of("e", "p", "o")) {
      Validation same = line.events(tag, Validation.class).get(0);
      assertEquals(measured.loss(), same.loss());
      assertEquals(measured.top1(), same.top1());
      assertEquals(measured.images(), same.images());
    }
    Validation last = line.events("t", Validation.class).get(0);
    assertEquals(last.loss(), measured.loss(), "as after the epoch");
    assertEquals(last.top1(), measured.top1());
  }

  @Test
  void evaluateTakesItsOwnFlags() throws Exception {
    Path file = line.trained();
    int exitCode =
        line.simmim(
            "evaluate",
            "--cfg",
            line.cfg(),
            "--checkpoint",
            file,
            "--data-path",
            line.data(),
            "--batch-size",
            4,
            "--precision",
            "bf16",
            "--device",
            "cpu",
            "--opts",
            "TEST.CROP",
            "false");
    assertEquals(0, exitCode, line.err());
    assertEquals(4, line.stored("t__evaluate").data().batchSize());
    assertTrue(!line.stored("t__evaluate").test().crop());
    List<String> lines = line.out().lines().toList();
    String last = lines.get(lines.size() - 1);
    assertEquals(line.folder("t__evaluate").path().toAbsolutePath().toString(), last);
  }

  @Test
  void evaluatesAnOfficialCheckpointWithTheConfigurationInIt() throws Exception {
    ClassFolders.write(
        root.resolve("ten/val"), 10, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    Path golden = Golden.path("C_finetune_swin/ckpt_epoch_1.pth");
    int exitCode =
        line.simmim(
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
    assertEquals(0, exitCode, line.err());
    Validation measured = line.events("official", Validation.class).get(0);
    assertEquals(10, measured.images());
    assertEquals(1, measured.epoch());
  }

  @Test
  void whatCannotBeEvaluatedIsSaid() throws Exception {
    line.assertWrongUsage("--resume", line.finetune("--eval"));
    line.assertWrongUsage("--checkpoint", line.simmim("evaluate", "--data-path", line.data()));
    line.assertFails("gone.pth", line.finetune("--eval", "--resume", root.resolve("gone.pth")));
    line.assertFails("gone.pth", line.simmim("evaluate", "--resume", root.resolve("gone.pth")));
    Path pretraining = Golden.path("A_pretrain_vit_shared_rpb/ckpt_epoch_0.pth");
    line.assertFails(
        "no classifier",
        line.simmim("evaluate", "--resume", pretraining, "--data-path", line.data()));
    Path weights = Golden.path("C_finetune_vit/init.pth"); // its model is inferred
    line.assertFails(
        "3 classes, but the checkpoint tells 10 apart",
        line.simmim("evaluate", "--resume", weights, "--data-path", line.data()));
    assertTrue(Files.notExists(root.resolve("runs")));
  }

  @Test
  void throughputIsACommandAndAFlag() throws Exception {
    assertEquals(0, line.simmim("throughput", "--cfg", line.cfg(), "--batch-size", 2), line.err());
    assertEquals(0, line.finetune("--throughput", "--tag", "flag"), line.err());
    Throughput measured = line.events("t__throughput", Throughput.class).get(0);
    assertEquals(2, measured.batchSize());
    assertTrue(measured.imagesPerSecond() > 0);
    assertEquals(2, line.events("flag", Throughput.class).get(0).batchSize());
    assertTrue(line.terminal().contains(" images/s ("));
  }
}
