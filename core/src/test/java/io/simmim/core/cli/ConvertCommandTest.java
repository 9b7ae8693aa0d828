package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TorchFile;
import io.simmim.core.convert.Conversion;
import io.simmim.core.convert.Layout;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.inspect.Inspection;
import io.simmim.core.inspect.Writer;
import io.simmim.core.testing.Golden;
import io.simmim.core.weights.CheckpointFile;
import io.simmim.core.weights.NameScheme;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ConvertCommandTest {

  private static final Path SWIN = Golden.path("A_pretrain_swin/ckpt_epoch_0.pth");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int simmim(Object... arguments) {
    err.getBuffer().setLength(0);
    CommandLine line = new CommandLine(new SimMim());
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return Main.run(line, Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
  }

  private Path convert(Path from, String name, String layout) {
    Path to = folder.resolve(name);
    assertEquals(0, simmim("convert", from, to, "--to", layout), err.toString());
    return to;
  }

  private void assertFails(String because, int exitCode) {
    assertEquals(1, exitCode, out.toString());
    assertTrue(err.toString().contains(because), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
  }

  // An encoder alone has no prefix in timm, so its names come back as those of a classifier.
  private static Map<String, Object> tensors(Path file) throws Exception {
    Map<String, Object> tensors = new LinkedHashMap<>();
    CheckpointFile.open(file)
        .training()
        .model()
        .forEach((name, tensor) -> tensors.put(name.replaceFirst("^encoder\\.", ""), tensor));
    return tensors;
  }

  private static void assertSameTensors(Path expected, Path actual) throws Exception {
    Map<String, Object> a = tensors(expected);
    Map<String, Object> b = tensors(actual);
    assertEquals(Set.copyOf(a.keySet()), Set.copyOf(b.keySet()));
    for (String name : a.keySet()) {
      TensorData x = (TensorData) a.get(name);
      TensorData y = (TensorData) b.get(name);
      assertEquals(x.type(), y.type(), name);
      assertEquals(x.shape(), y.shape(), name);
      assertEquals(x.view(), y.view(), name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"official", "hf", "timm", "safetensors"})
  void aTargetThatIsNotStatedStaysSo(String layout) throws Exception {
    Path stated = Golden.path("A_pretrain_swin_ape/ckpt_epoch_0.pth");
    Path alone = folder.resolve("alone.pth");
    try (OutputStream file = Files.newOutputStream(alone)) {
      TorchFile.write(file, new LinkedHashMap<>(CheckpointFile.open(stated).training().model()));
    }
    Inspection there = Inspection.of(convert(alone, layout, layout));
    assertTrue(there.target().isEmpty(), "it is no more known than before");
    assertTrue(there.targetIsOpen());
    assertEquals(Writer.NOT_STATED, there.writer());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A_pretrain_swin/ckpt_epoch_0.pth",
        "A_pretrain_swin_ape/ckpt_epoch_0.pth",
        "A_pretrain_swinv2_normtarget/ckpt_epoch_0.pth",
        "A_pretrain_vit_ape/ckpt_epoch_0.pth",
        "A_pretrain_vit_shared_rpb/ckpt_epoch_0.pth",
        "B_traj_vit_accum/init.pth",
        "B_traj_vit_fresh/init.pth",
        "C_finetune_swin/ckpt_epoch_1.pth",
        "C_finetune_swin/init.pth",
        "C_finetune_swinv2/init.pth",
        "C_finetune_vit/init.pth",
        "D_load_swinv2_rpe_mlp_names/pretrained_rpe_mlp.pth"
      })
  void everyLayoutAndBackKeepsEveryBitAndEveryBuffer(String golden) throws Exception {
    Path original = Golden.path(golden);
    for (String layout : new String[] {"official", "hf", "timm", "mmpretrain", "safetensors"}) {
      Path there = convert(original, layout, layout);
      Path back = convert(there, layout + ".back.pth", "official");
      assertSameTensors(original, back);
    }
  }

  @Test
  void theOfficialLayoutKeepsTheWholeTraining() {
    Path copy = convert(SWIN, "copy.pth", "official");
    assertEquals(0, simmim("diff", SWIN, copy), out.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "hf, HUGGING_FACE, 14 tensors are cut",
    "timm, TIMM, 9 buffers are left out",
    "mmpretrain, MMPRETRAIN, 2 buffers are left out",
    "safetensors, OFFICIAL, 'Left out: optimizer, lr_scheduler, max_accuracy, epoch.'"
  })
  void theConfigurationGoesAlongAndTheTrainingIsNamed(String layout, NameScheme scheme, String said)
      throws Exception {
    CheckpointFile file = CheckpointFile.open(convert(SWIN, layout, layout));
    assertEquals(scheme, file.official().scheme());
    assertTrue(out.toString().contains(said), out.toString());
    assertTrue(out.toString().contains("Left out: optimizer"), out.toString());
    Path image = Golden.path("A_pretrain_swin/io.npz");
    Path results = folder.resolve("results");
    assertEquals(
        0,
        simmim("reconstruct", "--checkpoint", file.path(), "--image", image, "--out", results),
        err.toString());
    assertTrue(out.toString().contains("loss 0.9725"), out.toString());
  }

  @Test
  void halfPrecisionHalvesTheFileAndStillReconstructs() throws Exception {
    Path whole = convert(SWIN, "whole.safetensors", "safetensors");
    Path half = folder.resolve("half.safetensors");
    assertEquals(
        0,
        simmim("convert", SWIN, half, "--to", "safetensors", "--dtype", "float16"),
        err.toString());
    assertTrue(Files.size(half) < 0.75 * Files.size(whole), "tables of indices stay as they are");
    Path results = folder.resolve("results");
    Path image = Golden.path("A_pretrain_swin/io.npz");
    assertEquals(
        0,
        simmim("reconstruct", "--checkpoint", half, "--image", image, "--out", results),
        err.toString());
    assertTrue(out.toString().contains("loss 0.972"), out.toString());
  }

  @Test
  void aTrainingDoesNotGoOnFromRoundedNumbers() throws Exception {
    Path rounded = folder.resolve("rounded.pth");
    assertEquals(
        0,
        simmim("convert", SWIN, rounded, "--to", "official", "--dtype", "bfloat16"),
        err.toString());
    assertTrue(out.toString().contains("Left out: optimizer"), out.toString());
    assertEquals(Set.of("config"), CheckpointFile.open(rounded).entries().keySet());
  }

  @Test
  void numbersBeyondHalfPrecisionAreRefusedByName() throws Exception {
    CheckpointFile swin = CheckpointFile.open(SWIN);
    Map<String, Object> model = new LinkedHashMap<>(swin.training().model());
    model.put("decoder.0.bias", large((TensorData) model.get("decoder.0.bias")));
    Map<String, Object> tree = Map.of("model", model, "config", swin.config());
    Path source = folder.resolve("large.pth");
    try (OutputStream file = Files.newOutputStream(source)) {
      TorchFile.write(file, tree);
    }
    Path target = folder.resolve("half.pth");
    assertFails(
        "decoder.0.bias holds numbers that are too large for float16",
        simmim("convert", source, target, "--to", "official", "--dtype", "float16"));
    assertTrue(Files.notExists(target));
  }

  private static TensorData large(TensorData like) {
    ByteBuffer bytes = ByteBuffer.allocate(like.view().remaining());
    bytes.order(ByteOrder.LITTLE_ENDIAN).putFloat(0, 70_000);
    return new TensorData(like.type(), like.shape(), bytes);
  }

  @Test
  void whatIsThereIsNotWrittenOverUnlessAskedFor() throws Exception {
    Path taken = Files.writeString(folder.resolve("taken.pth"), "mine");
    assertFails("--force", simmim("convert", SWIN, taken, "--to", "official"));
    assertEquals("mine", Files.readString(taken));
    assertEquals(0, simmim("convert", SWIN, taken, "--to", "official", "--force"));
    assertSameTensors(SWIN, taken);
    assertFails("is a file", simmim("convert", SWIN, taken, "--to", "hf", "--force"));
    assertFails("is a folder", simmim("convert", SWIN, folder, "--to", "timm", "--force"));
  }

  @Test
  void aFolderAppearsWholeAndKeepsWhatOthersPutThere() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("config.json"), "theirs");
    Files.writeString(other.resolve("README.md"), "theirs");
    assertFails("--force", simmim("convert", SWIN, other, "--to", "hf"));
    assertEquals("theirs", Files.readString(other.resolve("config.json")));
    assertEquals(List.of("README.md", "config.json"), names(other));
    assertEquals(0, simmim("convert", SWIN, other, "--to", "hf", "--force"), err.toString());
    assertEquals("theirs", Files.readString(other.resolve("README.md")));
    assertSameTensors(SWIN, convert(other, "back.pth", "official"));

    Path result = convert(SWIN, "result", "hf");
    assertEquals(
        List.of("config.json", "model.safetensors", "preprocessor_config.json"), names(result));
    assertTrue(
        names(folder).stream().noneMatch(name -> name.contains("tmp")), names(folder).toString());
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void nothingAppearsWhenTheSourceChangesMeanwhile() throws Exception {
    Path source = Files.copy(SWIN, folder.resolve("source.pth"));
    for (Layout layout : Layout.values()) {
      Inspection inspection = Inspection.of(source);
      Conversion conversion =
          Conversion.of(
              inspection, inspection.config().orElseThrow(), layout, false, Optional.empty());
      Files.write(source, new byte[1], StandardOpenOption.APPEND);
      Path result = folder.resolve("result");
      CheckpointException fault =
          assertThrows(CheckpointException.class, () -> conversion.write(result));
      assertTrue(fault.getMessage().contains("changed while it was read"), fault.getMessage());
      assertEquals(List.of("source.pth"), names(folder));
      Files.write(source, Files.readAllBytes(SWIN));
    }
  }

  @Test
  void aFileMayBeConvertedInItsPlace() throws Exception {
    Path file = Files.copy(SWIN, folder.resolve("x.pth"));
    assertEquals(0, simmim("convert", file, file, "--to", "official", "--force"), err.toString());
    assertSameTensors(SWIN, file);
    Path hf = convert(SWIN, "hf", "hf");
    assertEquals(0, simmim("convert", hf, hf, "--to", "hf", "--force"), err.toString());
    assertSameTensors(SWIN, convert(hf, "back.pth", "official"));
  }

  @Test
  void whatIsNoneOfTheModelIsLeftOutByName() throws Exception {
    Map<String, Object> weights = new LinkedHashMap<>(CheckpointFile.open(SWIN).training().model());
    weights.put("teacher.weight", TensorData.scalar(1));
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("model", "swin_tiny");
    root.put("state_dict", weights);
    root.put("config", CheckpointFile.open(SWIN).config());
    Path file = folder.resolve("named.pth");
    try (OutputStream to = Files.newOutputStream(file)) {
      TorchFile.write(to, root);
    }
    Path copy = convert(file, "copy.pth", "official");
    assertTrue(out.toString().contains("left out: teacher.weight."), out.toString());
    assertTrue(out.toString().contains("Left out: model."), out.toString());
    assertSameTensors(SWIN, copy);
  }

  @Test
  void aForeignPretrainingDoesNotStateItsTarget() throws Exception {
    Path hf = convert(Golden.path("A_pretrain_swinv2_normtarget/ckpt_epoch_0.pth"), "hf", "hf");
    Path config = hf.resolve("config.json");
    JsonObject json = JsonParser.parseString(Files.readString(config)).getAsJsonObject();
    json.remove("simmim_config");
    Files.writeString(config, json.toString());
    Inspection inspection = Inspection.of(CheckpointFile.open(hf));
    assertTrue(inspection.embedded().isPresent(), inspection.configFaults().toString());
    assertTrue(inspection.target().isEmpty());
    assertTrue(inspection.targetIsOpen());
    assertEquals(0, simmim("inspect", hf), err.toString());
    assertTrue(out.toString().contains("not stated; "), out.toString());
    Path image = Golden.path("A_pretrain_swinv2_normtarget/io.npz");
    Path results = folder.resolve("results");
    assertEquals(
        0,
        simmim("reconstruct", "--checkpoint", hf, "--image", image, "--out", results),
        err.toString());
    assertTrue(out.toString().contains("The target is not stated; "), out.toString());
  }

  @Test
  void theElementTypeIsThatOfTheTensors() throws Exception {
    JsonObject json =
        JsonParser.parseString(Files.readString(convert(SWIN, "hf", "hf").resolve("config.json")))
            .getAsJsonObject();
    assertEquals("float32", json.get("dtype").getAsString());
  }

  @Test
  void anIncompleteModelIsRefusedUnlessAskedFor() throws Exception {
    CheckpointFile whole = CheckpointFile.open(SWIN);
    Map<String, Object> model = new LinkedHashMap<>(whole.training().model());
    model.remove("encoder.norm.bias");
    Path part = folder.resolve("part.pth");
    try (OutputStream to = Files.newOutputStream(part)) {
      TorchFile.write(to, Map.of("model", model, "config", whole.config()));
    }
    Path result = folder.resolve("hf");
    assertFails("missing encoder.norm.bias", simmim("convert", part, result, "--to", "hf"));
    assertTrue(Files.notExists(result));
    assertEquals(0, simmim("convert", part, result, "--to", "hf", "--allow-partial"));
    assertEquals(0, simmim("inspect", result, "--no-stats"));
    assertTrue(out.toString().contains("Hugging Face folder"), out.toString());
  }

  @Test
  void wrongUsageIsTwo() {
    assertEquals(2, simmim("convert", SWIN, folder.resolve("x")));
    assertEquals(2, simmim("convert", SWIN, folder.resolve("x"), "--to", "onnx"));
  }
}
