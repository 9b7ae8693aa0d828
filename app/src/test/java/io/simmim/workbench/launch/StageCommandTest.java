package io.simmim.workbench.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StageCommandTest {

  private final StageCommand command =
      new StageCommand(
          RunStage.PRETRAIN,
          Path.of("a.yaml"),
          Optional.of(Path.of("my photos")),
          Optional.of(Weights.resumed(Path.of("ckpt_epoch_3.pth"))),
          Path.of("out"),
          "it's",
          "cpu",
          List.of("DATA.MASK_RATIO", "0.4"));

  @Test
  void saysEverythingTheTrainerNeeds() {
    assertEquals(
        List.of(
            "pretrain",
            "--cfg",
            "a.yaml",
            "--data-path",
            "my photos",
            "--resume",
            "ckpt_epoch_3.pth",
            "--output",
            "out",
            "--tag",
            "it's",
            "--device",
            "cpu",
            "--opts",
            "DATA.MASK_RATIO",
            "0.4"),
        command.arguments());
  }

  @Test
  void theShellLineSurvivesSpacesAndQuotes() {
    assertTrue(command.shellLine("simmim").startsWith("simmim pretrain --cfg a.yaml "));
    assertTrue(command.shellLine("simmim").contains(" --data-path 'my photos' "));
    assertTrue(command.shellLine("simmim").contains(" --tag 'it'\\''s' "));
  }

  @Test
  void fineTuningNamesItsWeightsAndWhetherTheyMayMatchInPart() {
    assertEquals(
        List.of(
            "finetune",
            "--cfg",
            "a.yaml",
            "--pretrained",
            "p.pth",
            "--allow-partial",
            "--output",
            "out",
            "--tag",
            "t",
            "--device",
            "cpu"),
        new StageCommand(
                RunStage.FINETUNE,
                Path.of("a.yaml"),
                Optional.empty(),
                Optional.of(Weights.pretrained(Path.of("p.pth"), true)),
                Path.of("out"),
                "t",
                "cpu",
                List.of())
            .arguments());
  }

  @Test
  void theNameOfAConfigurationSaysItsStage() {
    String pretraining = "simmim_pretrain__swin_base.yaml";
    String classifier = "simmim_finetune__swin_base.yaml";
    assertEquals(RunStage.FINETUNE, RunStage.forFile(classifier, RunStage.PRETRAIN));
    assertEquals(RunStage.EVALUATE, RunStage.forFile(classifier, RunStage.EVALUATE));
    assertEquals(RunStage.PRETRAIN, RunStage.forFile(pretraining, RunStage.EVALUATE));
    assertEquals(RunStage.FINETUNE, RunStage.forFile("mine.yaml", RunStage.FINETUNE));
  }
}
