package io.simmim.core.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.SafetensorsWriter;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TorchFile;
import io.simmim.core.fault.CheckpointException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointFileTest {

  private static final Map<String, TensorData> A = Map.of("a.weight", TensorData.scalar(1));
  private static final Map<String, TensorData> B = Map.of("b.weight", TensorData.scalar(2));

  @TempDir private Path folder;

  private Path torch(String name, Object root) throws Exception {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      TorchFile.write(out, root);
    }
    return file;
  }

  private static String refusal(Path path) {
    String message =
        assertThrows(CheckpointException.class, () -> CheckpointFile.open(path)).getMessage();
    assertEquals(1, message.lines().count(), message);
    assertTrue(message.endsWith("."), message);
    return message;
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "state_dict", "model_state_dict", "module"})
  void theStateDictIsFoundUnderEachOfItsNames(String entry) throws Exception {
    CheckpointFile file =
        CheckpointFile.open(torch("x.pth", Map.of(entry, A, "optimizer", Map.of("state", 7L))));
    assertEquals(entry, file.weightsEntry());
    assertEquals(A.keySet(), file.weights().keySet());
    assertEquals(Set.of("optimizer"), file.entries().keySet());
    assertEquals(Map.of("state", 7L), file.training().optimizer());
  }

  @Test
  void aBareStateDictOfDataParallelTrainingLosesItsPrefix() throws Exception {
    CheckpointFile file =
        CheckpointFile.open(torch("x.pth", Map.of("module.norm.weight", TensorData.scalar(3))));
    assertEquals(Set.of("module.norm.weight"), file.weights().keySet());
    assertEquals(Set.of("norm.weight"), file.training().model().keySet());
    assertEquals(Map.of(), file.config());
    assertEquals(FileFormat.TORCH_ZIP, file.format());
  }

  @Test
  void aFolderHoldsOneFileOrSeveral() throws Exception {
    Path one = Files.createDirectory(folder.resolve("one"));
    SafetensorsWriter.write(one.resolve("model.safetensors"), A, Map.of("format", "pt"));
    CheckpointFile whole = CheckpointFile.open(one);
    assertEquals(FileFormat.HUGGING_FACE_FOLDER, whole.format());
    assertEquals(Files.size(one.resolve("model.safetensors")), whole.bytes());

    Path two = Files.createDirectory(folder.resolve("two"));
    SafetensorsWriter.write(two.resolve("model-1.safetensors"), A, Map.of());
    SafetensorsWriter.write(two.resolve("model-2.safetensors"), B, Map.of());
    Path index = two.resolve("model.safetensors.index.json");
    Files.writeString(
        index,
        "{\"weight_map\": {\"a.weight\": \"model-1.safetensors\", \"b.weight\":"
            + " \"model-2.safetensors\"}}");
    assertEquals(Set.of("a.weight", "b.weight"), CheckpointFile.open(two).weights().keySet());

    Files.delete(two.resolve("model-2.safetensors"));
    assertTrue(refusal(two).contains("'model-2.safetensors', which is not beside it"));
    Files.writeString(index, "{\"weight_map\": {\"a.weight\": \"../one/model.safetensors\"}}");
    assertTrue(refusal(two).contains("otherwise than by a plain file name"), refusal(two));
    Files.writeString(index, "[1, 2");
    assertTrue(refusal(two).contains("no JSON object"));
    Files.delete(index);
    assertTrue(refusal(two).contains("no weights"));
  }

  @Test
  void aFolderOfBefore2023HoldsAPickle() throws Exception {
    torch("pytorch_model.bin", B);
    assertEquals(B.keySet(), CheckpointFile.open(folder).weights().keySet());
  }

  @Test
  void theConfigurationBesideTheWeightsIsReadInOfficialWords() throws Exception {
    SafetensorsWriter.write(folder.resolve("model.safetensors"), A, Map.of("format", "pt"));
    Files.writeString(
        folder.resolve("config.json"),
        "{\"model_type\": \"swin\", \"image_size\": 192, \"window_size\": 6, \"embed_dim\": 128,"
            + " \"depths\": [2, 2, 18, 2], \"num_heads\": [4, 8, 16, 32],"
            + " \"id2label\": {\"0\": \"cat\", \"1\": \"dog\"}}");
    for (Path path : List.of(folder, folder.resolve("model.safetensors"))) {
      CheckpointFile file = CheckpointFile.open(path);
      Map<?, ?> model = (Map<?, ?>) file.config().get("MODEL");
      assertEquals("swin", model.get("TYPE"));
      assertEquals(2L, model.get("NUM_CLASSES"));
      assertEquals(List.of(2L, 2L, 18L, 2L), ((Map<?, ?>) model.get("SWIN")).get("DEPTHS"));
      assertEquals(192L, ((Map<?, ?>) file.config().get("DATA")).get("IMG_SIZE"));
      assertEquals(List.of("cat", "dog"), file.training().classes());
    }
  }

  @Test
  void aConfigurationOfAModelThatIsNoneHereSaysWhy() throws Exception {
    SafetensorsWriter.write(folder.resolve("model.safetensors"), A, Map.of());
    Path config = folder.resolve("config.json");
    Files.writeString(config, "{\"model_type\": \"bert\"}");
    assertTrue(problem().contains("'bert'"), problem());
    Files.writeString(config, "{\"model_type\": \"swin\", \"image_size\": [224, 192]}");
    assertTrue(problem().contains("not square"), problem());
    Files.writeString(config, "{\"model_type\": \"beit\", \"hidden_act\": \"relu\"}");
    assertTrue(problem().contains("relu"), problem());
    Files.writeString(config, "{\"architecture\": \"swin_tiny\"}");
    assertTrue(CheckpointFile.open(folder).configProblem().isEmpty());
  }

  @Test
  void anotherEpsilonOfLayerNormsIsSaid() throws Exception {
    SafetensorsWriter.write(folder.resolve("model.safetensors"), A, Map.of());
    Path config = folder.resolve("config.json");
    Files.writeString(config, "{\"model_type\": \"beit\"}");
    String remark = CheckpointFile.open(folder).configRemark().orElseThrow();
    assertTrue(remark.contains("1.0E-12") && remark.contains("1.0E-6"), remark);
    assertTrue(CheckpointFile.open(folder).remarks().contains(remark));
    Files.writeString(config, "{\"model_type\": \"beit\", \"layer_norm_eps\": 1e-6}");
    assertTrue(CheckpointFile.open(folder).configRemark().isEmpty());
    Files.writeString(config, "{\"model_type\": \"swinv2\"}");
    assertTrue(CheckpointFile.open(folder).configRemark().isEmpty());
    Files.writeString(config, "{\"model_type\": \"swin\", \"layer_norm_eps\": 1e-12}");
    assertTrue(CheckpointFile.open(folder).configRemark().isPresent());
  }

  @Test
  void aDamagedValueIsSeenByWhoeverUsesValues() throws Exception {
    Path file = torch("pytorch_model.bin", Map.of("a", TensorData.scalar(7.25f)));
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    while (little.getFloat(at) != 7.25f) {
      at++;
    }
    bytes[at] ^= 1;
    Files.write(file, bytes);
    for (Path path : List.of(file, folder)) {
      assertTrue(refusal(path).contains("checksum of its part data/0 is wrong"), refusal(path));
      CheckpointFile seen = CheckpointFile.peek(path);
      assertEquals(Set.of("a"), seen.weights().keySet());
      assertThrows(CheckpointException.class, seen::requireIntact);
    }
  }

  private String problem() throws Exception {
    CheckpointFile file = CheckpointFile.open(folder);
    assertEquals(Map.of(), file.config());
    return file.configProblem().orElseThrow();
  }

  @Test
  void aHeaderWhoseLengthBeginsLikeAPickleIsStillSafetensors() throws Exception {
    Path file = folder.resolve("x.safetensors");
    for (int padding = 0; padding < 300; padding += 8) {
      SafetensorsWriter.write(file, A, Map.of("text", "x".repeat(padding)));
      assertEquals(A.keySet(), CheckpointFile.open(file).weights().keySet());
    }
  }
}
