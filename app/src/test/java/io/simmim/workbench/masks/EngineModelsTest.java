package io.simmim.workbench.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.simmim.core.data.scene.SampleScene;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.PatchMask;
import io.simmim.workbench.testing.RandomCheckpoints;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineModelsTest {

  private static final RgbImage IMAGE = SampleScene.FOREST.draw(64, 1);
  private static final PatchMask MASK = PatchMask.visible(16, 16).inverted();

  @TempDir Path folder;

  @Test
  void whoStillUsesASharedModelKeepsIt() throws Exception {
    Path file = RandomCheckpoints.write(folder.resolve("a.pth"), 1);
    EngineModels models = new EngineModels();
    Model one = models.open(file);
    Model two = models.open(file);
    double loss = one.reconstruct(IMAGE, MASK).loss();
    one.close();
    assertEquals(loss, two.reconstruct(IMAGE, MASK).loss());
    two.close();
    try (Model again = models.open(file)) {
      assertEquals(loss, again.reconstruct(IMAGE, MASK).loss());
    }
  }

  @Test
  void aFileThatWasWrittenAnewIsLoadedAnew() throws Exception {
    Path file = RandomCheckpoints.write(folder.resolve("a.pth"), 1);
    Path other = RandomCheckpoints.write(folder.resolve("b.pth"), 2);
    EngineModels models = new EngineModels();
    try (Model before = models.open(file)) {
      Files.copy(other, file, StandardCopyOption.REPLACE_EXISTING);
      Files.setLastModifiedTime(file, FileTime.fromMillis(0));
      try (Model after = models.open(file)) {
        assertNotEquals(
            before.reconstruct(IMAGE, MASK).loss(), after.reconstruct(IMAGE, MASK).loss());
      }
    }
  }
}
