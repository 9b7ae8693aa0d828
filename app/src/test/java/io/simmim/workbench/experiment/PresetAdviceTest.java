package io.simmim.workbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.DataException;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.testing.SmallPhotos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetAdviceTest {

  private static final Path PRESETS = Path.of("../configs");

  @TempDir Path folder;

  @Test
  void thePresetFollowsTheSizeOfTheImagesAndTheDevice() throws Exception {
    assertEquals("swin_own__img32_window4", preset(50_000, 32, false));
    assertEquals("swin_own__img64_window8", preset(50_000, 64, true));
    assertEquals("swin_own__img96_window6", preset(50_000, 500, false), "no larger on a CPU");
    assertEquals("swin_tiny__img192_window6", preset(50_000, 500, true));
  }

  @Test
  void fewImagesOnACpuGetTheSmallModel() throws Exception {
    assertEquals("swin_demo", preset(1_422, 500, false));
    assertEquals("swin_own__img96_window6", preset(1_422, 100, true));
  }

  @Test
  void fewImagesGetSmallBatchesAndMoreEpochs() throws Exception {
    PresetAdvice advice = advice(40, 500, false);
    assertEquals(
        Map.of(
            "DATA.BATCH_SIZE", "4",
            "TRAIN.EPOCHS", "150",
            "TRAIN.WARMUP_EPOCHS", "15",
            "SAVE_FREQ", "15"),
        advice.schedule().changes(advice.config()));
    assertEquals(
        "swin_demo for 40 images of about 500 px on the CPU: it takes 96 px and 150 epochs (more"
            + " than usual, as few images make few steps: 1 500 steps).",
        advice.sentence(new OwnImages(40, 500), false));
  }

  @Test
  void manyImagesOnACpuGetFewerEpochsAndEnoughAreLeftAsTheyAre() throws Exception {
    PresetAdvice many = advice(100_000, 96, false);
    assertEquals("6", many.schedule().changes(many.config()).get("TRAIN.EPOCHS"));
    PresetAdvice enough = advice(1_422, 500, false);
    assertEquals(Map.of(), enough.schedule().changes(enough.config()));
    assertTrue(
        enough.sentence(new OwnImages(1_422, 500), false).endsWith("and 25 epochs of 88 steps."));
  }

  @Test
  void imagesAreCountedAndMeasuredWithoutDecodingThem() throws Exception {
    Path photos = SmallPhotos.write(folder.resolve("photos"), 12);
    Files.writeString(photos.resolve("broken.png"), "not a picture");
    assertEquals(new OwnImages(13, 40), OwnImages.in(photos));
    Path broken = Files.createDirectories(folder.resolve("broken"));
    Files.writeString(broken.resolve("a.png"), "not a picture");
    assertThrows(DataException.class, () -> OwnImages.in(broken));
    assertThrows(DataException.class, () -> OwnImages.in(folder.resolve("nowhere")));
  }

  private static String preset(int count, int side, boolean gpu) throws DataException {
    return RunStage.shortName(advice(count, side, gpu).preset().name());
  }

  private static PresetAdvice advice(int count, int side, boolean gpu) throws DataException {
    return PresetAdvice.of(new OwnImages(count, side), gpu, PRESETS).orElseThrow();
  }
}
