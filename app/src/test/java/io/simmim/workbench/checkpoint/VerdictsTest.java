package io.simmim.workbench.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.inspect.Inspection;
import io.simmim.workbench.checkpoint.Verdict.Standing;
import io.simmim.workbench.testing.SmallCheckpoints;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictsTest {

  @TempDir Path folder;

  @Test
  void aWholePreTrainingIsGoodAndCanReconstruct() throws Exception {
    Inspection inspection =
        Inspection.of(SmallCheckpoints.pretraining(folder.resolve("a.pth"), 24));
    Verdict verdict = Verdicts.of(inspection);
    assertEquals(Standing.GOOD, verdict.standing());
    assertTrue(verdict.sentence().contains("fill in the hidden parts"), verdict.sentence());
    assertEquals("25", fact(verdict, "epoch"));
    assertEquals("raw pixels", fact(verdict, "target"));
    assertEquals("yes, 32×32 pixels", fact(verdict, "decoder"));
    assertEquals("in the file", fact(verdict, "config"));
    assertEquals("64 px", fact(verdict, "image"));
    assertEquals("", Offers.of(inspection).get(Step.RECONSTRUCT));
    assertEquals("it has no classes", Offers.of(inspection).get(Step.EVALUATE));
  }

  @Test
  void aClassifierCanBeEvaluatedAndNotReconstruct() throws Exception {
    Inspection inspection =
        Inspection.of(SmallCheckpoints.classifier(folder.resolve("c.pth"), 7, 9, 81.25));
    Verdict verdict = Verdicts.of(inspection);
    assertEquals(Standing.GOOD, verdict.standing());
    assertTrue(verdict.sentence().contains("7 classes"), verdict.sentence());
    assertEquals("81.25 %", fact(verdict, "accuracy"));
    assertTrue(Offers.allows(inspection, Step.EVALUATE));
    assertEquals("it has no decoder", Offers.of(inspection).get(Step.RECONSTRUCT));
  }

  @Test
  void weightsThatDoNotFitAreNamedWithTheirShapes() throws Exception {
    Map<String, Object> weights = SmallCheckpoints.pretrainingWeights(1);
    weights.remove("encoder.norm.bias");
    weights.put("encoder.norm.weight", zeros(5));
    weights.put("surplus", zeros(2, 3));
    Inspection inspection =
        Inspection.of(
            SmallCheckpoints.write(
                folder.resolve("b.pth"), weights, 0, 0, SmallCheckpoints.config()));
    Verdict verdict = Verdicts.of(inspection);
    assertEquals(Standing.ATTENTION, verdict.standing());
    assertEquals(
        List.of(new FitGroup.Tensor("encoder.norm.bias", "float32 24")), group(verdict, "missing"));
    assertEquals(
        List.of(new FitGroup.Tensor("surplus", "float32 2×3")), group(verdict, "unexpected"));
    assertEquals("encoder.norm.weight", group(verdict, "differing").get(0).name());
    assertTrue(
        verdict.remarks().get(0).contains("1 missing, 1 of another shape or type, 1 unexpected"),
        verdict.remarks().toString());
    assertEquals(
        "its weights are not exactly those of the model",
        Offers.of(inspection).get(Step.RECONSTRUCT));
    assertTrue(Offers.allows(inspection, Step.FINETUNE), "of its encoder");
  }

  @Test
  void anEncoderAloneSaysWhatItCannotDo() throws Exception {
    Map<String, Object> weights = SmallCheckpoints.pretrainingWeights(1);
    weights.keySet().removeIf(name -> name.startsWith("decoder"));
    Inspection inspection =
        Inspection.of(
            SmallCheckpoints.write(
                folder.resolve("e.pth"), weights, 0, 0, SmallCheckpoints.config()));
    Verdict verdict = Verdicts.of(inspection);
    assertTrue(verdict.sentence().startsWith("An encoder alone"), verdict.sentence());
    assertEquals("no", fact(verdict, "decoder"));
    assertTrue(Offers.allows(inspection, Step.FINETUNE));
  }

  @Test
  void aModelThatNobodyKnowsCanOnlyBeLookedAt() throws Exception {
    Inspection inspection =
        Inspection.of(
            SmallCheckpoints.write(
                folder.resolve("u.pth"),
                Map.of("text.embedding", zeros(4, 4)),
                0,
                0,
                SmallCheckpoints.config()));
    assertEquals(Standing.UNUSABLE, Verdicts.of(inspection).standing());
    assertEquals(List.of(), Verdicts.of(inspection).groups());
    assertEquals(
        List.of(Step.COMPARE),
        Offers.of(inspection).entrySet().stream()
            .filter(offer -> offer.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .collect(Collectors.toList()));
  }

  private static String fact(Verdict verdict, String id) {
    return verdict.facts().stream()
        .filter(fact -> fact.id().equals(id))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static List<FitGroup.Tensor> group(Verdict verdict, String id) {
    return verdict.groups().stream()
        .filter(group -> group.id().equals(id))
        .findFirst()
        .orElseThrow()
        .tensors();
  }

  private static TensorData zeros(int... sides) {
    int size = java.util.stream.IntStream.of(sides).reduce(1, (a, b) -> a * b);
    return new TensorData(
        ScalarType.FLOAT32,
        java.util.stream.IntStream.of(sides).mapToObj(side -> (long) side).toList(),
        ByteBuffer.allocate(size * Float.BYTES));
  }
}
