package io.simmim.workbench.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.workbench.masks.MasksActions.Checkpoints;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checkpoints that the page Masks offers. */
class CheckpointsTest {

  @TempDir Path folder;

  @Test
  void eachIsOfferedOnceHoweverItIsCalled() throws Exception {
    Path demo = file("assets/demo.safetensors");
    Path newest = file("runs/swin/first/ckpt_epoch_9.pth");
    Path other = file("runs/swin/second/ckpt_epoch_9.pth");
    Path roundabout = folder.resolve("runs/../runs/swin/first/ckpt_epoch_9.pth");
    Path link = Files.createSymbolicLink(folder.resolve("link.safetensors"), demo);
    Checkpoints found =
        new Checkpoints(List.of(link, roundabout), List.of(newest, other), Optional.of(demo));
    assertEquals(
        new Checkpoints(List.of(roundabout), List.of(other), Optional.of(demo)), found.distinct());
  }

  @Test
  void filesOfTheSameNameAreToldApartByTheirFolders() throws Exception {
    Path a = file("a/best.pth");
    Path b = file("b/best.pth");
    Path epoch = file("runs/swin/first/ckpt_epoch_9.pth");
    Path same = file("runs/vit/first/ckpt_epoch_9.pth");
    Path alone = file("a/alone.pth");
    assertEquals(
        Map.of(
            a,
            "best.pth in " + folder.resolve("a"),
            b,
            "best.pth in " + folder.resolve("b"),
            epoch,
            "first, epoch 10 in " + folder.resolve("runs/swin"),
            same,
            "first, epoch 10 in " + folder.resolve("runs/vit"),
            alone,
            "alone.pth"),
        ModelNames.apart(List.of(a, b, epoch, same, alone)));
  }

  @Test
  void theDialogOffersWhatADropIsTakenFor() {
    for (String pattern : CheckpointEndings.patterns()) {
      assertTrue(CheckpointEndings.has(pattern.replace("*", "model")), pattern);
    }
    assertTrue(CheckpointEndings.has("MODEL.CKPT"));
    assertFalse(CheckpointEndings.has("photo.png"));
  }

  private Path file(String name) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, new byte[] {0});
  }
}
