package io.simmim.core.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ConfigValues;
import io.simmim.core.config.Overrides;
import io.simmim.core.inspect.Finding.Certainty;
import io.simmim.core.testing.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every file that the official classes wrote is recognised, by its tensors alone. */
class InspectionGoldenTest {

  private static Inspection inspect(String file) throws Exception {
    return Inspection.of(Golden.path(file));
  }

  private static ConfigValues stated(String name) throws Exception {
    return new ConfigLoader()
        .load(Golden.path(name + "/config.yaml"), Overrides.none())
        .orThrow()
        .values();
  }

  @ParameterizedTest
  @CsvSource({
    "A_pretrain_swin, ckpt_epoch_0.pth, PRETRAINING, SIMMIM",
    "A_pretrain_swin_ape, ckpt_epoch_0.pth, PRETRAINING, SIMMIM",
    "A_pretrain_swinv2_normtarget, ckpt_epoch_0.pth, PRETRAINING, SWIN_TRANSFORMER",
    "A_pretrain_vit_ape, ckpt_epoch_0.pth, PRETRAINING, SIMMIM",
    "A_pretrain_vit_shared_rpb, ckpt_epoch_0.pth, PRETRAINING, SIMMIM",
    "B_traj_vit_accum, init.pth, PRETRAINING, NOT_STATED",
    "B_traj_vit_fresh, init.pth, PRETRAINING, NOT_STATED",
    "C_finetune_swin, ckpt_epoch_1.pth, FINE_TUNED, SIMMIM",
    "C_finetune_swin, init.pth, CLASSIFIER, NOT_STATED",
    "C_finetune_swinv2, init.pth, CLASSIFIER, NOT_STATED",
    "C_finetune_vit, init.pth, CLASSIFIER, NOT_STATED",
    "D_load_swinv2_rpe_mlp_names, pretrained_rpe_mlp.pth, ENCODER, NOT_STATED"
  })
  void theTensorsTellTheConfiguration(String name, String file, Kind kind, Writer writer)
      throws Exception {
    Inspection inspection = inspect(name + "/" + file);
    assertEquals(kind, inspection.kind());
    assertEquals(writer, inspection.writer());
    ConfigValues stated = stated(name);
    List<String> uncertain = new ArrayList<>();
    for (Finding finding : inspection.inferred().orElseThrow().findings()) {
      if (finding.certainty() == Certainty.KNOWN
          || finding.certainty() == Certainty.KNOWN_BUT_ZEROS) {
        assertEquals(stated.get(finding.key()), finding.value(), finding.key());
      } else {
        uncertain.add(finding.key());
      }
    }
    boolean scaled = stated.get("MODEL.VIT.INIT_VALUES") != null;
    boolean vit = stated.get("MODEL.TYPE").equals("vit");
    assertEquals(vit && scaled ? List.of("MODEL.VIT.INIT_VALUES") : List.of(), uncertain);
    assertEquals(List.of(), inspection.disagreements());
    assertEquals(writer != Writer.NOT_STATED, inspection.embedded().isPresent());
    Fit fit = inspection.fit().orElseThrow();
    assertTrue(fit.isExact(), fit.toString());
    assertEquals(kind == Kind.PRETRAINING, inspection.hasDecoder());
    assertEquals(name.startsWith("C"), inspection.hasHead());
  }

  @Test
  void tellsWhatAPretrainingHolds() throws Exception {
    Inspection inspection = inspect("A_pretrain_swinv2_normtarget/ckpt_epoch_0.pth");
    assertEquals(32, inspection.decoderStride());
    assertTrue(inspection.target().orElseThrow().enable());
    assertEquals(47, inspection.target().orElseThrow().patchSize());
    TrainingSummary training = inspection.training();
    assertEquals(OptionalLong.of(0), training.epoch());
    assertEquals(65536, training.scale().orElseThrow());
    assertEquals(OptionalLong.of(4), training.schedulerSteps());
    OptimizerSummary optimizer = training.optimizer().orElseThrow();
    assertEquals("AdamW", optimizer.kind());
    assertEquals(2, optimizer.groups());
    assertEquals(80, optimizer.parameters());
    assertEquals(OptionalLong.of(2), optimizer.steps());
    String steps = String.join("\n", inspection.nextSteps());
    assertTrue(steps.contains("simmim reconstruct --checkpoint"), steps);
    assertTrue(steps.contains("--pretrained"), steps);
    assertTrue(steps.contains("pretrain --resume"), steps);
  }

  @Test
  void tellsWhatAFineTuningHolds() throws Exception {
    Inspection inspection = inspect("C_finetune_swin/ckpt_epoch_1.pth");
    assertEquals(10, inspection.numClasses());
    assertEquals(12.5, inspection.training().maxAccuracy().orElseThrow());
    assertEquals(18, inspection.training().optimizer().orElseThrow().groups());
    assertTrue(inspection.target().isEmpty(), "the first program has no such key");
    String steps = String.join("\n", inspection.nextSteps());
    assertTrue(steps.contains("simmim evaluate --resume"), steps);
    assertFalse(steps.contains("reconstruct"), steps);
  }

  @Test
  void weightsAloneSayNothingAboutTraining() throws Exception {
    Inspection inspection = inspect("C_finetune_vit/init.pth");
    assertTrue(inspection.training().epoch().isEmpty());
    assertTrue(inspection.training().maxAccuracy().isEmpty());
    assertTrue(inspection.training().optimizer().isEmpty());
    assertEquals(2, inspection.nextSteps().size());
    assertFalse(
        inspection.nextSteps().get(0).contains("--cfg"), "evaluating takes what the tensors tell");
    assertTrue(inspection.nextSteps().get(1).contains("--cfg FILE"), "training needs more");
  }
}
