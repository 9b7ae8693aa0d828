package io.simmim.workbench.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.inspect.Inspection;
import io.simmim.core.inspect.TensorStats;
import io.simmim.core.weights.CheckpointFile;
import io.simmim.workbench.testing.SmallCheckpoints;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorsViewModelTest {

  @TempDir Path folder;

  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final TensorsViewModel model = new TensorsViewModel(waiting::add, Runnable::run);

  @Test
  void namesBecomeATreeInWhichNumbersStayWithWhatTheyCount() {
    assertEquals(
        List.of("encoder", "layers.0", "blocks.11", "attn", "qkv", "weight"),
        TensorTree.segments("encoder.layers.0.blocks.11.attn.qkv.weight"));
    assertEquals(List.of("decoder.0", "bias"), TensorTree.segments("decoder.0.bias"));
    assertEquals(List.of(""), TensorTree.segments(""));
  }

  @Test
  void aModuleAndATensorMayHaveTheSameName() {
    TensorNode root = TensorTree.of(List.of(row("a"), row("a.b")));
    assertEquals(2, root.tensors());
    assertEquals(List.of("a", "a"), root.children().stream().map(TensorNode::segment).toList());
  }

  @Test
  void aSearchKeepsTheParentsOfWhatItFinds() throws Exception {
    model.show(small());
    int all = model.total();
    model.searchProperty().set("QKV layers.1");
    TensorNode root = model.rootProperty().get();
    assertEquals(2, root.tensors(), "weight and bias of one block");
    TensorNode encoder = root.children().get(0);
    assertEquals("encoder", encoder.segment());
    assertEquals("layers.1", encoder.children().get(0).segment());
    model.searchProperty().set("no such name");
    assertEquals(0, model.rootProperty().get().tensors());
    model.searchProperty().set("");
    assertEquals(all, model.rootProperty().get().tensors());
  }

  @Test
  void oneListHasAllTensorsByTheirWholeNames() throws Exception {
    model.show(small());
    model.toggleFlat();
    List<TensorNode> leaves = model.rootProperty().get().children();
    assertEquals(model.total(), leaves.size());
    assertTrue(leaves.stream().allMatch(leaf -> leaf.segment().equals(leaf.path())));
  }

  @Test
  void statisticsAreFilledInLaterAndCountWhatIsNotANumber() throws Exception {
    Map<String, Object> weights = SmallCheckpoints.pretrainingWeights(5);
    ByteBuffer values = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    values.putFloat(0, Float.NaN).putFloat(4, 2).putFloat(8, Float.NEGATIVE_INFINITY);
    weights.put(
        "encoder.mask_token", new TensorData(ScalarType.FLOAT32, List.of(1L, 1L, 3L), values));
    model.show(inspect(weights));
    TensorRow token = find(model.rootProperty().get(), "encoder.mask_token");
    assertEquals(Optional.empty(), token.statsProperty().get());
    assertEquals(0, model.progressProperty().get());
    waiting.remove().run();
    TensorStats stats = token.statsProperty().get().orElseThrow();
    assertEquals(1, stats.nans());
    assertEquals(1, stats.infinities());
    assertEquals(2, stats.max());
    assertEquals(1, model.progressProperty().get());
    assertEquals(new TensorsViewModel.Health(2, 1, true), model.healthProperty().get());
  }

  @Test
  void statisticsOfAFileThatIsNoLongerShownAreDropped() throws Exception {
    model.show(small());
    TensorRow before = find(model.rootProperty().get(), "encoder.mask_token");
    model.clear();
    waiting.remove().run();
    assertEquals(Optional.empty(), before.statsProperty().get());
    assertEquals(TensorsViewModel.Health.UNREAD, model.healthProperty().get());
  }

  @Test
  void valuesThatDoNotFitTheirChecksumAreNotShown() throws Exception {
    Path file = folder.resolve("flipped.pth");
    SmallCheckpoints.pretraining(file, 0);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    model.show(Inspection.of(CheckpointFile.peek(file)));
    waiting.remove().run();
    assertFalse(model.intactProperty().get());
    assertTrue(model.damageProperty().get().orElseThrow().getMessage().contains("flipped.pth"));
    assertEquals(TensorsViewModel.Health.UNREAD, model.healthProperty().get());
    assertTrue(
        model.rootProperty().get().flat().children().stream()
            .flatMap(leaf -> leaf.tensor().stream())
            .allMatch(row -> row.statsProperty().get().isEmpty()));
  }

  private Inspection small() throws Exception {
    return inspect(SmallCheckpoints.pretrainingWeights(5));
  }

  private Inspection inspect(Map<String, Object> weights) throws Exception {
    Path file = folder.resolve("a.pth");
    return Inspection.of(SmallCheckpoints.write(file, weights, 0, 0, SmallCheckpoints.config()));
  }

  private static TensorRow row(String name) {
    TensorData tensor = TensorData.scalar(1);
    return new TensorRow(name, tensor.type(), tensor.shape(), () -> tensor);
  }

  private static TensorRow find(TensorNode node, String name) {
    return node.flat().children().stream()
        .filter(leaf -> leaf.path().equals(name))
        .findFirst()
        .flatMap(TensorNode::tensor)
        .orElseThrow();
  }
}
