package io.simmim.core.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.config.DataConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.inspect.Finding.Certainty;
import io.simmim.core.testing.Golden;
import io.simmim.core.weights.CheckpointFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {

  private static final Path SWIN = Golden.path("A_pretrain_swin/ckpt_epoch_0.pth");

  @TempDir Path folder;

  private static Finding finding(Inspection inspection, String key) {
    return inspection.inferred().orElseThrow().findings().stream()
        .filter(finding -> finding.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, Object> weights(String file) throws Exception {
    return new LinkedHashMap<>(CheckpointFile.open(Golden.path(file)).training().model());
  }

  private Inspection inspect(Object root) throws Exception {
    return Inspection.of(Checkpoints.write(folder.resolve("made.pth"), root));
  }

  @Test
  void aStateDictNeedsNoEntryAroundIt() throws Exception {
    Inspection inspection = inspect(weights("C_finetune_swin/init.pth"));
    assertEquals(Kind.CLASSIFIER, inspection.kind());
    assertTrue(inspection.fit().orElseThrow().isExact());
  }

  @Test
  void codeThatAPickleWantsCalledIsNamed() throws Exception {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("model", weights("C_finetune_swin/init.pth"));
    root.put("note", "harmless");
    Path file = Checkpoints.write(folder.resolve("plain.pth"), root);
    assertEquals(List.of(), Inspection.of(file).foreignCode());
    Path evil =
        Checkpoints.withCall(file, folder.resolve("evil.pth"), "harmless", "posix", "system");
    Inspection inspection = Inspection.of(evil);
    assertEquals(List.of("posix.system"), inspection.foreignCode());
    assertTrue(inspection.fit().orElseThrow().isExact(), "its weights can be used all the same");
  }

  @Test
  void aModelIsKnownThoughOneOfItsTensorsIsMissing() throws Exception {
    Map<String, Object> weights = weights("C_finetune_swin/init.pth");
    weights.remove("layers.0.blocks.0.norm1.weight");
    Inspection inspection = inspect(weights);
    assertEquals(
        List.of("layers.0.blocks.0.norm1.weight"), inspection.fit().orElseThrow().missing());
  }

  @Test
  void dataParallelNamesAreTheSameModel() throws Exception {
    Map<String, Object> renamed = new LinkedHashMap<>();
    weights("C_finetune_vit/init.pth").forEach((k, v) -> renamed.put("module." + k, v));
    Inspection inspection = inspect(Map.of("state_dict", renamed));
    assertEquals(Kind.CLASSIFIER, inspection.kind());
    assertTrue(inspection.fit().orElseThrow().isExact());
  }

  @Test
  void tellsMissingUnexpectedAndMisfittingTensors() throws Exception {
    Path file =
        Checkpoints.withWeights(
            SWIN,
            folder.resolve("changed.pth"),
            model -> {
              model.remove("encoder.norm.weight");
              model.remove("encoder.layers.0.blocks.1.attn_mask");
              model.put("encoder.norm.bias", Checkpoints.floats(1, 2));
              model.put("encoder.extra", Checkpoints.floats(1));
            });
    Inspection inspection = Inspection.of(file);
    Fit fit = inspection.fit().orElseThrow();
    assertEquals(List.of("encoder.norm.weight"), fit.missing());
    assertEquals(List.of("encoder.layers.0.blocks.1.attn_mask"), fit.missingBuffers());
    assertEquals("encoder.norm.bias", fit.differing().get(0).name());
    assertEquals("FLOAT32[24]", fit.differing().get(0).needed());
    assertEquals("FLOAT32[2]", fit.differing().get(0).found());
    assertEquals(List.of("encoder.extra"), fit.unexpected());
    assertEquals(fit.expected() - 3, fit.matched());
    assertFalse(String.join("", inspection.nextSteps()).contains("reconstruct --checkpoint"));
  }

  @Test
  void aConfigurationOfAnotherModelDisagrees() throws Exception {
    TrainingCheckpoint swin = CheckpointFile.open(SWIN).training();
    TrainingCheckpoint ape =
        CheckpointFile.open(Golden.path("A_pretrain_swin_ape/ckpt_epoch_0.pth")).training();
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("model", swin.model());
    root.put("config", ape.config());
    Inspection inspection = inspect(root);
    List<String> keys =
        inspection.disagreements().stream().map(InferredConfig.Disagreement::key).toList();
    assertEquals(
        List.of(
            "MODEL.SWIN.PATCH_SIZE",
            "MODEL.SWIN.EMBED_DIM",
            "MODEL.SWIN.DEPTHS",
            "MODEL.SWIN.NUM_HEADS",
            "MODEL.SWIN.MLP_RATIO",
            "MODEL.SWIN.QKV_BIAS",
            "MODEL.SWIN.APE",
            "MODEL.SWIN.PATCH_NORM",
            "DATA.IMG_SIZE",
            "MODEL.SWIN.WINDOW_SIZE"),
        keys);
    assertFalse(inspection.fit().orElseThrow().isExact());
  }

  @Test
  void aConfigurationThatIsNotValidGivesWayToTheTensors() throws Exception {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("model", weights("A_pretrain_swin/ckpt_epoch_0.pth"));
    root.put("config", Map.of("MODEL", Map.of("TYPE", "resnet"), "TRAIN", Map.of()));
    Inspection inspection = inspect(root);
    assertTrue(inspection.embedded().isEmpty());
    assertTrue(inspection.configFaults().get(0).toString().contains("MODEL.TYPE"));
    assertTrue(inspection.fit().orElseThrow().isExact());
  }

  @Test
  void whatShapesCannotTellIsSaid() throws Exception {
    Map<String, Object> vit = weights("A_pretrain_vit_ape/ckpt_epoch_0.pth");
    vit.keySet().removeIf(name -> name.contains("relative_position"));
    Inspection bare = inspect(vit);
    assertEquals(Certainty.UNKNOWN, finding(bare, "MODEL.VIT.NUM_HEADS").certainty());
    assertEquals(64L, finding(bare, "DATA.IMG_SIZE").value());
    assertTrue(bare.fit().orElseThrow().isExact());

    Map<String, Object> swin = weights("A_pretrain_swin_ape/ckpt_epoch_0.pth");
    swin.keySet().removeIf(name -> name.contains("absolute") || name.contains("attn_mask"));
    Inspection unmasked = inspect(swin);
    assertEquals(Certainty.AT_LEAST, finding(unmasked, "DATA.IMG_SIZE").certainty());
    assertEquals(64L, finding(unmasked, "DATA.IMG_SIZE").value());
    assertEquals(Certainty.KNOWN, finding(unmasked, "MODEL.SWIN.WINDOW_SIZE").certainty());

    Map<String, Object> second = weights("C_finetune_swinv2/init.pth");
    second.keySet().removeIf(name -> name.contains("relative_") || name.contains("attn_mask"));
    Inspection bufferless = inspect(second);
    assertEquals(Certainty.UNKNOWN, finding(bufferless, "MODEL.SWINV2.WINDOW_SIZE").certainty());
    assertEquals(List.of(), bufferless.fit().orElseThrow().missing());
  }

  @Test
  void inferredMaskSquaresTileTheImage() throws Exception {
    Inspection inspection = inspect(weights("B_traj_vit_accum/init.pth"));
    DataConfig data = inspection.inferred().orElseThrow().config().orElseThrow().data();
    assertEquals(48, data.imgSize());
    assertEquals(16, data.maskPatchSize());
  }

  @Test
  void aWindowThatShrankTellsTheImage() throws Exception {
    Map<String, Object> swin = weights("A_pretrain_swin/ckpt_epoch_0.pth");
    swin.keySet().removeIf(name -> name.contains("attn_mask"));
    Inspection inspection = inspect(swin);
    assertEquals(96L, finding(inspection, "DATA.IMG_SIZE").value());
    assertEquals(Certainty.KNOWN, finding(inspection, "DATA.IMG_SIZE").certainty());
    assertEquals(6L, finding(inspection, "MODEL.SWIN.WINDOW_SIZE").value());
  }

  @Test
  void weightsOfNothingKnownAreUnknown() throws Exception {
    Inspection inspection = inspect(Map.of("fc.weight", Checkpoints.floats(1, 2)));
    assertEquals(Kind.UNKNOWN, inspection.kind());
    assertTrue(inspection.fit().isEmpty());
    assertEquals(1, inspection.nextSteps().size());
  }

  @Test
  void aFileWithoutTensorsIsRefused() throws Exception {
    Path empty = Checkpoints.write(folder.resolve("empty.pth"), Map.of("model", Map.of()));
    Path text = Files.writeString(folder.resolve("text.pth"), "no checkpoint at all");
    for (Path file : List.of(empty, text, folder.resolve("gone.pth"), folder)) {
      CheckpointException fault =
          assertThrows(CheckpointException.class, () -> Inspection.of(file));
      assertTrue(fault.getMessage().contains(file.toString()), fault.getMessage());
    }
  }

  @Test
  void namesCannotSteerATerminal() {
    assertEquals("a?[31m?b", Printable.of("a\u001b[31m\u202eb"));
    assertEquals(203, Printable.of("x".repeat(1000)).length());
  }
}
