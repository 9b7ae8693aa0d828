package io.simmim.workbench.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingCommandTest {

  private final TrainingCommand command =
      new TrainingCommand(
          Path.of("a.yaml"),
          Optional.of(Path.of("my photos")),
          Path.of("out"),
          "it's",
          "cpu",
          Optional.of(Path.of("ckpt_epoch_3.pth")),
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
            "--output",
            "out",
            "--tag",
            "it's",
            "--device",
            "cpu",
            "--resume",
            "ckpt_epoch_3.pth",
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
}
