package io.simmim.core.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.PyTuple;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.inspect.CheckpointDiff.Part;
import io.simmim.core.testing.Golden;
import io.simmim.core.weights.CheckpointFile;
import io.simmim.core.weights.ForeignNames;
import io.simmim.core.weights.NameScheme;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointDiffTest {

  private static final Path SWIN = Golden.path("C_finetune_swin/ckpt_epoch_1.pth");

  @TempDir Path folder;

  private Path file(String name, Object root) throws Exception {
    return Checkpoints.write(folder.resolve(name), root);
  }

  private static Map<String, Difference> in(CheckpointDiff diff, Part part) {
    return diff.sections().get(part).differences();
  }

  @Test
  void aCopyIsEqual() throws Exception {
    Path copy = Files.copy(SWIN, folder.resolve("copy.pth"));
    CheckpointDiff diff = CheckpointDiff.of(SWIN, copy);
    assertTrue(diff.isEqual());
    assertEquals(117, diff.sections().get(Part.WEIGHTS).equalTensors());
    assertEquals(3 * 108, diff.sections().get(Part.OPTIMIZER).equalTensors());
    assertTrue(diff.sections().get(Part.CONFIG).equalValues() > 60);
  }

  @Test
  void everyTensorIsComparedByItself() throws Exception {
    Path a =
        file(
            "a.pth",
            Map.of(
                "same", Checkpoints.floats(1, 2),
                "moved", Checkpoints.floats(1, 2, 4),
                "zero", Checkpoints.floats(0),
                "nan", Checkpoints.floats(Float.NaN),
                "longer", Checkpoints.floats(1, 2),
                "gone", Checkpoints.floats(1)));
    Path b =
        file(
            "b.pth",
            Map.of(
                "same", Checkpoints.floats(1, 2),
                "moved", Checkpoints.floats(1, 2.5f, 3.5f),
                "zero", Checkpoints.floats(-0f),
                "nan", Checkpoints.floats(1),
                "longer", Checkpoints.floats(1, 2, 3),
                "new", Checkpoints.floats(1)));
    CheckpointDiff diff = CheckpointDiff.of(a, b);
    Map<String, Difference> weights = in(diff, Part.WEIGHTS);
    assertEquals(Set.of("moved", "zero", "nan", "longer", "gone", "new"), weights.keySet());
    assertEquals(new Difference.OtherValues(0.5, 0.2, 2), weights.get("moved"));
    assertEquals(new Difference.OtherValues(0, 0, 1), weights.get("zero"));
    double infinite = Double.POSITIVE_INFINITY;
    assertEquals(new Difference.OtherValues(infinite, infinite, 1), weights.get("nan"));
    assertEquals(new Difference.Unequal("FLOAT32[2]", "FLOAT32[3]"), weights.get("longer"));
    assertEquals(new Difference.OnlyInA("FLOAT32[1]"), weights.get("gone"));
    assertEquals(new Difference.OnlyInB("FLOAT32[1]"), weights.get("new"));
    assertEquals(1, diff.sections().get(Part.WEIGHTS).equalTensors());
  }

  @Test
  void theSameModelUnderOtherNamesIsComparedUnderOfficialOnes() throws Exception {
    Map<String, TensorData> official = CheckpointFile.open(SWIN).official().tensors();
    Map<String, Object> wrapped = new LinkedHashMap<>();
    official.forEach((name, tensor) -> wrapped.put("module." + name, tensor));
    Map<String, TensorData> foreign =
        new LinkedHashMap<>(ForeignNames.of(NameScheme.HUGGING_FACE, official).tensors());
    String query = "swin.encoder.layers.0.blocks.0.attention.self.query.weight";
    TensorData zeros =
        new TensorData(
            foreign.get(query).type(),
            foreign.get(query).shape(),
            ByteBuffer.allocate(foreign.get(query).view().remaining()));
    Path a = file("a.pth", official);
    assertFalse(CheckpointDiff.of(a, a).renamed());

    CheckpointDiff prefixed = CheckpointDiff.of(a, file("b.pth", wrapped));
    assertTrue(prefixed.renamed());
    assertTrue(prefixed.isEqual());

    Map<String, Difference> buffers =
        in(CheckpointDiff.of(a, file("hf.pth", foreign)), Part.WEIGHTS);
    assertTrue(
        buffers.keySet().stream().allMatch(name -> name.endsWith(".attn_mask")),
        buffers.toString());
    foreign.put(query, zeros);
    foreign.put("swin.pooler.weight", zeros);
    Map<String, Difference> weights =
        in(CheckpointDiff.of(a, file("hf.pth", foreign)), Part.WEIGHTS);
    assertEquals(buffers.size() + 2, weights.size(), weights.toString());
    assertInstanceOf(
        Difference.OtherValues.class, weights.get("layers.0.blocks.0.attn.qkv.weight"));
    assertInstanceOf(Difference.OnlyInB.class, weights.get("swin.pooler.weight"));
  }

  @Test
  void optimizerConfigurationAndTheRestCount() throws Exception {
    Map<String, Object> a = checkpoint(1, 0.9, 5);
    assertTrue(CheckpointDiff.of(file("a", a), file("same", checkpoint(1, 0.9, 5))).isEqual());
    CheckpointDiff diff = CheckpointDiff.of(file("a", a), file("b", checkpoint(2, 0.8, 6)));
    assertFalse(diff.isEqual());
    assertEquals(Map.of(), in(diff, Part.WEIGHTS));
    assertInstanceOf(
        Difference.OtherValues.class, in(diff, Part.OPTIMIZER).get("optimizer.state.0.exp_avg"));
    assertEquals(
        new Difference.Unequal("0.9", "0.8"), in(diff, Part.CONFIG).get("config.TRAIN.BETAS.1"));
    assertEquals(new Difference.Unequal("5", "6"), in(diff, Part.OTHER).get("epoch"));
  }

  private static Map<String, Object> checkpoint(float average, double beta, long epoch) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("model", Map.of("w", Checkpoints.floats(1)));
    root.put(
        "optimizer", Map.of("state", Map.of(0L, Map.of("exp_avg", Checkpoints.floats(average)))));
    root.put("config", Map.of("TRAIN", Map.of("BETAS", PyTuple.of(0.1, beta))));
    root.put("epoch", epoch);
    return root;
  }

  @Test
  void nothingIsNotTheTextThatLooksLikeIt() throws Exception {
    Map<String, Object> a = checkpoint(1, 0.9, 5);
    Map<String, Object> b = new LinkedHashMap<>(a);
    a.put("note", null);
    b.put("note", "None");
    a.put("list", List.of());
    b.put("list", "[]");
    assertEquals(
        Set.of("note", "list"),
        in(CheckpointDiff.of(file("a", a), file("b", b)), Part.OTHER).keySet());
  }

  @Test
  void whatNoTrainingWritesIsRefused() throws Exception {
    Object deep = List.of(1L);
    for (int level = 0; level < 40; level++) {
      deep = List.of(deep);
    }
    for (Object odd : List.of(deep, Collections.nCopies(400_000, 1L))) {
      Map<String, Object> root = checkpoint(1, 0.9, 5);
      root.put("odd", odd);
      Path file = file("odd.pth", root);
      CheckpointException fault =
          assertThrows(CheckpointException.class, () -> CheckpointDiff.of(file, file));
      assertTrue(fault.getMessage().contains("odd.pth"), fault.getMessage());
    }
  }
}
