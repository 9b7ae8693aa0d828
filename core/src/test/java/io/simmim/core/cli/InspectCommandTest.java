package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.simmim.core.inspect.Checkpoints;
import io.simmim.core.testing.Golden;
import io.simmim.core.weights.CheckpointFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands inspect and diff. */
class InspectCommandTest {

  private static final Path PRETRAINING =
      Golden.path("A_pretrain_swinv2_normtarget/ckpt_epoch_0.pth");
  private static final Path RANDOM = Golden.path("A_pretrain_swin/ckpt_epoch_0.pth");
  private static final Path CLASSIFIER = Golden.path("C_finetune_swin/ckpt_epoch_1.pth");

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object... arguments) {
    out.getBuffer().setLength(0);
    CommandLine line = new CommandLine(new SimMim());
    String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
    return Main.run(line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)), words);
  }

  private String row(String name) {
    return out.toString()
        .lines()
        .filter(line -> line.startsWith(name))
        .findFirst()
        .orElseThrow()
        .replaceAll(" +", " ");
  }

  private JsonObject json() {
    return JsonParser.parseString(out.toString()).getAsJsonObject();
  }

  @Test
  void printsTheVerdictAndTheTensors() {
    assertEquals(0, run("inspect", PRETRAINING), err.toString());
    assertEquals("kind SimMIM pre-training", row("kind"));
    assertEquals("written by microsoft/Swin-Transformer", row("written by"));
    assertEquals("tensors 89 in the file; 89 of the 89 of this model match", row("tensors"));
    assertEquals("target normalised in windows of 47 x 47 pixels", row("target"));
    assertEquals("optimizer AdamW, 2 groups, 80 parameters, steps: 2, lr: 0.0005005", row("opti"));
    assertEquals("loss scaling yes, scale: 65536", row("loss scaling"));
    assertEquals("MODEL.SWINV2.DEPTHS [2, 2] [2, 2]", row("MODEL.SWINV2.DEPTHS"));
    String tensor = row("encoder.mask_token ");
    assertTrue(tensor.startsWith("encoder.mask_token float32 [1, 1, 8] 8 -1.154e-01 "), tensor);
    assertTrue(out.toString().contains("simmim reconstruct --checkpoint " + PRETRAINING));
  }

  @Test
  void aTargetThatIsNotStatedIsEstimated() throws Exception {
    assertEquals(0, run("inspect", RANDOM), err.toString());
    assertTrue(
        row("target").startsWith("target not stated; cannot be told: its pred"), row("target"));
    assertEquals(0, run("inspect", "--no-stats", RANDOM), err.toString());
    assertEquals("target not stated", row("target"));
    assertEquals(0, run("inspect", "--json", RANDOM), err.toString());
    JsonObject estimate = json().getAsJsonObject("target_estimate");
    assertEquals("cannot_tell", estimate.get("verdict").getAsString());
    assertTrue(estimate.get("raw_error").getAsDouble() > 0.9, estimate.toString());
    assertEquals(0, run("inspect", "--json", PRETRAINING), err.toString());
    assertTrue(json().get("target_estimate").isJsonNull());
  }

  @Test
  void leavesOutTheStatisticsWhenAsked() {
    assertEquals(0, run("inspect", "--no-stats", CLASSIFIER), err.toString());
    assertEquals("head.bias float32 [10] 10", row("head.bias"));
    assertFalse(out.toString().contains("mean"), out.toString());
  }

  @Test
  void printsJsonWithTheSameKeysForEveryFile() throws Exception {
    assertEquals(0, run("inspect", "--json", CLASSIFIER), err.toString());
    JsonObject classifier = json();
    assertEquals("fine_tuned", classifier.get("kind").getAsString());
    assertEquals("simmim", classifier.get("written_by").getAsString());
    assertEquals(10, classifier.get("num_classes").getAsInt());
    assertTrue(classifier.get("decoder_stride").isJsonNull());
    assertEquals(117, classifier.getAsJsonObject("fit").get("matched").getAsInt());
    assertEquals(6, classifier.getAsJsonObject("optimizer").get("steps").getAsInt());
    JsonObject head = classifier.getAsJsonArray("tensors").get(115).getAsJsonObject();
    assertEquals("head.weight", head.get("name").getAsString());
    assertEquals("[10,24]", head.get("shape").toString());
    assertEquals(0, head.get("nan").getAsInt());
    assertTrue(head.get("std").getAsDouble() > 0);
    Path other =
        Checkpoints.write(folder.resolve("o.pth"), Map.of("w", Checkpoints.floats(Float.NaN)));
    assertEquals(0, run("inspect", "--json", other), err.toString());
    assertEquals(classifier.keySet(), json().keySet());
    assertEquals("unknown", json().get("kind").getAsString());
    JsonObject broken = json().getAsJsonArray("tensors").get(0).getAsJsonObject();
    assertEquals("NaN", broken.get("mean").getAsString());
    assertEquals(1, broken.get("nan").getAsInt());
  }

  @Test
  void whatIsNoCheckpointIsSaidInOneSentence() throws Exception {
    Path text = Files.writeString(folder.resolve("text.pth"), "nothing of the kind");
    assertEquals(1, run("inspect", text));
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains("text.pth"), err.toString());
    assertEquals(1, run("diff", text, CLASSIFIER));
    assertEquals(2, run("inspect"));
    assertEquals(2, run("diff", CLASSIFIER));
  }

  @Test
  void damagedValuesAreRefusedBeforeTheyAreShown() throws Exception {
    byte[] bytes = Files.readAllBytes(CLASSIFIER);
    byte[] value = new byte[8];
    CheckpointFile.open(CLASSIFIER).weights().get("head.weight").view().get(value);
    int at = 0;
    while (!Arrays.equals(value, 0, 8, bytes, at, at + 8)) {
      at++;
    }
    bytes[at] ^= 1;
    Path damaged = Files.write(folder.resolve("damaged.pth"), bytes);
    assertEquals(1, run("inspect", damaged));
    assertTrue(err.toString().contains("the checksum of its part"), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertFalse(out.toString().contains("mean"), out.toString());
    assertEquals(1, run("inspect", "--json", damaged));
    assertEquals("", out.toString());
    assertEquals(1, run("diff", damaged, CLASSIFIER));
    assertEquals("", out.toString());
    assertEquals(3, err.toString().lines().count(), err.toString());
    assertEquals(0, run("inspect", "--no-stats", damaged), "its table of contents is whole");
  }

  @Test
  void diffTellsByItsExitCodeWhetherFilesAreEqual() throws Exception {
    Path copy = Files.copy(CLASSIFIER, folder.resolve("copy.pth"));
    assertEquals(0, run("diff", CLASSIFIER, copy), err.toString());
    assertTrue(out.toString().contains("Equal in everything."), out.toString());
    Path init = Golden.path("C_finetune_swin/init.pth");
    assertEquals(1, run("diff", CLASSIFIER, init), err.toString());
    assertTrue(row("  head.weight").matches(" head.weight \\S+e-\\d+ \\S+e[+-]\\d+ 240"));
    assertTrue(row("  epoch").contains("1 not there"), out.toString());
    assertEquals(1, run("diff", "--json", CLASSIFIER, init), err.toString());
    assertFalse(json().get("equal").getAsBoolean());
    JsonObject weights = json().getAsJsonObject("weights");
    assertTrue(weights.get("equal_tensors").getAsInt() > 0, "buffers at least");
    JsonObject first = weights.getAsJsonArray("differences").get(0).getAsJsonObject();
    assertEquals("other_values", first.get("kind").getAsString());
    assertTrue(first.get("max_abs").getAsDouble() > 0);
    assertEquals("", err.toString());
  }
}
