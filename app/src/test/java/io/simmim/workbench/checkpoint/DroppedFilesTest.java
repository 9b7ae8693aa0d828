package io.simmim.workbench.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppedFilesTest {

  @TempDir Path folder;

  @Test
  void oneFileIsOpenedAndTwoAreCompared() {
    Path a = folder.resolve("a.pth");
    Path b = folder.resolve("no-ending-at-all");
    assertEquals(new DroppedFiles.Open(a), DroppedFiles.of(List.of(a)));
    assertEquals(new DroppedFiles.Open(b), DroppedFiles.of(List.of(b)));
    assertEquals(new DroppedFiles.Compare(a, b), DroppedFiles.of(List.of(a, b)));
    assertInstanceOf(DroppedFiles.Refuse.class, DroppedFiles.of(List.of(a, b, a)));
  }

  @Test
  void picturesAreForTheOpenCheckpoint() {
    List<Path> pictures = List.of(folder.resolve("a.PNG"), folder.resolve("b.jpeg"));
    assertEquals(new DroppedFiles.Pictures(pictures), DroppedFiles.of(pictures));
  }

  @Test
  void whatIsNoCheckpointForCertainIsRefusedWithAWayOut() {
    DroppedFiles.Refuse refuse =
        assertInstanceOf(
            DroppedFiles.Refuse.class, DroppedFiles.of(List.of(folder.resolve("cfg.yaml"))));
    assertTrue(refuse.sentence().contains("cfg.yaml"), refuse.sentence());
    assertTrue(refuse.sentence().contains(".safetensors"), refuse.sentence());
  }

  @Test
  void aFolderIsOpenedIfItIsOneOfHuggingFace() throws Exception {
    assertInstanceOf(DroppedFiles.Refuse.class, DroppedFiles.of(List.of(folder)));
    Files.writeString(folder.resolve("config.json"), "{}");
    assertEquals(new DroppedFiles.Open(folder), DroppedFiles.of(List.of(folder)));
  }
}
