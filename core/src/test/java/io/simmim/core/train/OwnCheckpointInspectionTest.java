package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.TrainingCheckpoint.Position;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.inspect.CheckpointDiff;
import io.simmim.core.inspect.Inspection;
import io.simmim.core.inspect.Kind;
import io.simmim.core.inspect.Writer;
import io.simmim.core.testing.TinyModel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of the files that this program writes. */
class OwnCheckpointInspectionTest {

  @TempDir Path root;

  @ParameterizedTest
  @EnumSource(TinyModel.class)
  void pretrainingIsRecognised(TinyModel model) throws Exception {
    TinyRun tiny = TinyRun.pretraining(root, model);
    ExperimentConfig config = tiny.config();
    tiny.run(config);
    Inspection inspection = Inspection.of(tiny.folder(config).checkpoint(1));
    assertEquals(Kind.PRETRAINING, inspection.kind());
    assertEquals(Writer.WORKBENCH, inspection.writer());
    assertEquals(List.of(), inspection.disagreements());
    assertTrue(inspection.fit().orElseThrow().isExact());
    assertFalse(inspection.target().orElseThrow().enable());
    assertEquals(
        new Position(2, 0, TinyRun.STEPS_PER_EPOCH),
        inspection.training().position().orElseThrow());
    assertEquals(8, inspection.training().optimizer().orElseThrow().steps().orElseThrow());
    CheckpointDiff diff =
        CheckpointDiff.of(tiny.folder(config).checkpoint(0), tiny.folder(config).checkpoint(1));
    assertFalse(diff.isEqual());
    assertEquals(
        0, diff.sections().get(CheckpointDiff.Part.CONFIG).differences().size(), "same run");
  }

  @ParameterizedTest
  @EnumSource(TinyModel.class)
  void fineTuningIsRecognised(TinyModel model) throws Exception {
    TinyRun tiny = TinyRun.fineTuning(root, model);
    ExperimentConfig config = tiny.config("TRAIN.EPOCHS", 1, "TRAIN.WARMUP_EPOCHS", 0);
    tiny.run(config);
    Inspection inspection = Inspection.of(tiny.folder(config).checkpoint(0));
    assertEquals(Kind.FINE_TUNED, inspection.kind());
    assertEquals(Writer.WORKBENCH, inspection.writer());
    assertEquals(TinyRun.CLASSES, inspection.classes());
    assertEquals(3, inspection.numClasses());
    assertEquals(List.of(), inspection.disagreements());
    assertTrue(inspection.fit().orElseThrow().isExact());
  }
}
