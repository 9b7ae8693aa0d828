package io.simmim.workbench.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.inspect.CheckpointDiff.Part;
import io.simmim.core.inspect.Inspection;
import io.simmim.workbench.testing.SmallCheckpoints;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonViewModelTest {

  @TempDir Path folder;

  private final ComparisonViewModel model = new ComparisonViewModel(Runnable::run, Runnable::run);
  private final Map<String, Object> weights = SmallCheckpoints.pretrainingWeights(1);
  private Inspection a;

  @BeforeEach
  void openTheFirst() throws Exception {
    a = Inspection.of(write("a.pth", 0));
  }

  @Test
  void theLargestDifferenceComesFirstAndEqualTensorsOnlyOnRequest() throws Exception {
    change("encoder.norm.bias", 1, 0.5f);
    change("decoder.0.bias", 0, 3f);
    model.compare(a, write("b.pth", 0));
    assertEquals(List.of("decoder.0.bias", "encoder.norm.bias"), names());
    DifferenceRow second = model.shown().get(1);
    assertEquals(0.5, second.maxAbs(), 1e-6);
    assertEquals(1, second.changed());
    assertEquals(24, second.elements());
    assertTrue(
        comparison().sentence().startsWith("The same model with other weights: 2 of "),
        comparison().sentence());
    model.onlyDifferentProperty().set(false);
    assertEquals(weights.size(), names().size());
    model.searchProperty().set("norm.bias encoder.norm");
    assertEquals(List.of("encoder.norm.bias"), names());
  }

  @Test
  void theSameWeightsLaterInTheRunDifferBesideTheWeights() throws Exception {
    model.compare(a, write("b.pth", 7));
    assertEquals(
        "The weights are the same in every bit; what differs lies beside them.",
        comparison().sentence());
    DifferenceRow epoch = model.shown().get(0);
    assertEquals(Part.OTHER, epoch.part());
    assertEquals(List.of("epoch", "0", "7"), List.of(epoch.name(), epoch.a(), epoch.b()));
  }

  @Test
  void aFileIsEqualToItsCopy() throws Exception {
    model.compare(a, Files.copy(folder.resolve("a.pth"), folder.resolve("copy.pth")));
    assertEquals("The two files hold the same in everything.", comparison().sentence());
    assertEquals(List.of(), names());
  }

  @Test
  void anotherModelIsSaidToBeOne() throws Exception {
    model.compare(a, SmallCheckpoints.classifier(folder.resolve("c.pth"), 3, 0, 0));
    assertTrue(comparison().sentence().startsWith("Not the same model"), comparison().sentence());
  }

  @Test
  void tablesThatAModelComputesMakeNoOtherModel() throws Exception {
    weights.keySet().removeIf(name -> name.endsWith("relative_position_index"));
    model.compare(a, write("b.pth", 0));
    assertTrue(
        comparison().sentence().startsWith("The learned weights are the same in every bit; "),
        comparison().sentence());
  }

  @Test
  void namesOfTwoKindsAreComparedUnderOfficialOnes() throws Exception {
    Map<String, Object> prefixed = new LinkedHashMap<>();
    weights.forEach((name, tensor) -> prefixed.put("module." + name, tensor));
    Path other = folder.resolve("m.pth");
    model.compare(a, SmallCheckpoints.write(other, prefixed, 0, 0, SmallCheckpoints.config()));
    assertTrue(comparison().sentence().contains("official names"), comparison().sentence());
    model.onlyDifferentProperty().set(false);
    assertTrue(names().contains("encoder.norm.bias"), names().toString());
  }

  @Test
  void aFileThatCannotBeReadIsASentence() throws Exception {
    model.compare(a, Files.writeString(folder.resolve("x.pth"), "no checkpoint at all"));
    ComparisonState.Refused refused =
        assertInstanceOf(ComparisonState.Refused.class, model.stateProperty().get());
    assertTrue(refused.sentence().contains("x.pth"), refused.sentence());
    assertEquals(List.of(), names());
  }

  private Path write(String name, int epoch) throws Exception {
    return SmallCheckpoints.write(
        folder.resolve(name), weights, epoch, 0, SmallCheckpoints.config());
  }

  private void change(String name, int index, float by) {
    TensorData tensor = (TensorData) weights.get(name);
    ByteBuffer bytes =
        ByteBuffer.allocate(tensor.view().remaining()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(tensor.view()).flip();
    bytes.putFloat(Float.BYTES * index, bytes.getFloat(Float.BYTES * index) + by);
    weights.put(name, new TensorData(tensor.type(), tensor.shape(), bytes));
  }

  private Comparison comparison() {
    return assertInstanceOf(ComparisonState.Compared.class, model.stateProperty().get())
        .comparison();
  }

  private List<String> names() {
    return model.shown().stream().map(DifferenceRow::name).toList();
  }
}
