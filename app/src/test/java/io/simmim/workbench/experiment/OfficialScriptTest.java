package io.simmim.workbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.launch.StageCommand;
import io.simmim.workbench.launch.Weights;
import io.simmim.workbench.testing.SmallPhotos;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficialScriptTest {

  private static final String LAUNCH = "python -m torch.distributed.launch --nproc_per_node 1 ";

  @TempDir Path folder;

  private final ExperimentConfig config = ExperimentConfig.defaults();

  private StageCommand ours(RunStage stage, Optional<Weights> weights, String device) {
    return new StageCommand(
        stage,
        Path.of("a.yaml"),
        stage.needsImages() ? Optional.of(folder) : Optional.empty(),
        weights,
        Path.of("runs"),
        "t",
        device,
        List.of());
  }

  private OfficialCommand official(RunStage stage, ExperimentConfig changed) {
    return new OfficialScript(
            ours(stage, Optional.empty(), "cuda:0"), changed, config.values(), Optional.empty())
        .command();
  }

  @Test
  void preTrainingIsCalledAsTheReadmeCallsIt() throws Exception {
    SmallPhotos.write(folder.resolve("train/a"), 1);
    assertEquals(
        LAUNCH
            + "main_simmim.py --cfg a.yaml --batch-size 64 --data-path "
            + folder.resolve("train")
            + " --output runs --tag t --amp-opt-level O0"
            + " --opts DATA.MASK_RATIO 0.4 TRAIN.USE_CHECKPOINT True",
        official(
                RunStage.PRETRAIN,
                config
                    .with("DATA.BATCH_SIZE", 64)
                    .with("DATA.MASK_RATIO", 0.4)
                    .with("TRAIN.USE_CHECKPOINT", true))
            .shellLine());
  }

  @Test
  void fineTuningTakesTheCheckpointAndTellsOfItsHead() throws Exception {
    SmallPhotos.write(folder.resolve("a"), 10);
    SmallPhotos.write(folder.resolve("b"), 10);
    DataSet images = DataSet.of(folder.toString(), RunStage.FINETUNE);
    Weights weights = Weights.pretrained(Path.of("my file.pth"), true);
    OfficialCommand official =
        new OfficialScript(
                ours(RunStage.FINETUNE, Optional.of(weights), "cuda:1"),
                config.with("PRECISION", "bf16"),
                config.values(),
                Optional.of(images))
            .command();
    String line = official.shellLine();
    assertTrue(line.startsWith("env CUDA_VISIBLE_DEVICES=1 " + LAUNCH + "main_finetune.py "), line);
    assertTrue(line.contains(" --pretrained 'my file.pth' "), line);
    assertTrue(line.endsWith(" --amp-opt-level O1"), line);
    assertEquals(
        List.of(
            "The script wants folders train and val inside that folder.",
            "The script builds a head of 1000 classes whatever the folder has (2).",
            "Mixed precision is fp16 there, not bf16."),
        official.remarks());
    assertTrue(official.withRemarks().startsWith("# The script wants"), official.withRemarks());
    assertTrue(official.withRemarks().endsWith(line), official.withRemarks());
  }

  @Test
  void whatTheOfficialCodeLacksIsLeftOutAndSaid() {
    OfficialCommand official = official(RunStage.PRETRAIN, config.with("DATA.EXIF_ROTATE", true));
    assertFalse(official.shellLine().contains("EXIF"), official.shellLine());
    assertEquals(
        "Left out, as the official code lacks it: DATA.EXIF_ROTATE.",
        official.remarks().get(official.remarks().size() - 1));
  }

  @Test
  void swinV2IsOfTheOtherProgram() {
    ExperimentConfig v2 = config.with("MODEL.TYPE", "swinv2");
    String line = official(RunStage.PRETRAIN, v2).shellLine();
    assertTrue(line.contains("main_simmim_pt.py") && line.contains(" --disable-amp"), line);
    String tuning = official(RunStage.EVALUATE, v2).shellLine();
    assertTrue(tuning.contains("main_simmim_ft.py --eval --cfg"), tuning);
  }

  @Test
  void theOfficialThroughputReadsAFolder() {
    OfficialCommand official = official(RunStage.THROUGHPUT, config);
    assertTrue(
        official.shellLine().contains("main_finetune.py --throughput"), official.shellLine());
    assertTrue(official.shellLine().contains("--data-path DIR"), official.shellLine());
  }
}
