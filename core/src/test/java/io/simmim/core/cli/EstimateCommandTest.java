package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.simmim.core.testing.TinyModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstimateCommandTest {

  @TempDir private Path root;
  private CommandLineRun line;

  @BeforeEach
  void prepare() throws Exception {
    line = new CommandLineRun(root);
  }

  @AfterEach
  void close() {
    line.close();
  }

  private int estimate(Object... more) {
    List<Object> all =
        new java.util.ArrayList<>(
            List.of("estimate", "--data-path", line.data(), "--steps", 2, "--warmup", 1));
    all.addAll(List.of(more));
    return line.simmim(all.toArray());
  }

  @Test
  void saysWhatAPreTrainingWillTakeAndLeavesNoRun() throws Exception {
    Path cfg = Files.writeString(root.resolve("own.yaml"), TinyModel.SWIN.pretraining());
    assertEquals(0, estimate("--cfg", cfg), line.err());
    List<String> names = line.out().lines().map(l -> l.substring(0, 12).strip()).toList();
    assertEquals(
        List.of(
            "stage",
            "images",
            "parameters",
            "step",
            "waiting",
            "memory",
            "epoch",
            "whole run",
            "disk"),
        names);
    assertTrue(line.out().startsWith("stage       pretrain on cpu"), line.out());
    assertTrue(line.out().contains("9, 4 steps an epoch with 2 images each"), line.out());
    assertTrue(Files.notExists(root.resolve("runs")));
  }

  @Test
  void theNameOfTheFileDecidesTheStageAndTheLastLineOfJsonIsTheEstimate() throws Exception {
    Path cfg =
        Files.writeString(root.resolve("simmim_finetune__tiny.yaml"), TinyModel.VIT.fineTuning());
    int exitCode =
        estimate(
            "--cfg", cfg, "--json", "--pretrained", root.resolve("none.pth"), "--allow-partial");
    assertEquals(0, exitCode, line.err());
    List<JsonObject> said =
        line.out().lines().map(l -> JsonParser.parseString(l).getAsJsonObject()).toList();
    JsonObject estimate = said.get(said.size() - 1);
    assertEquals("estimate", estimate.get("type").getAsString());
    assertEquals("finetune", estimate.get("stage").getAsString());
    assertEquals(2, estimate.getAsJsonObject("duration").get("epochs").getAsInt());
    assertTrue(
        said.stream()
            .anyMatch(o -> o.has("task") && o.get("task").getAsString().equals("evaluating")),
        line.out());
    assertTrue(Files.notExists(root.resolve("runs")));
  }

  @Test
  void theStageCanBeNamed() throws Exception {
    assertEquals(0, estimate("--cfg", line.cfg(), "--stage", "finetune"), line.err());
    assertTrue(line.out().startsWith("stage       finetune on cpu"), line.out());
    line.assertWrongUsage("--stage", estimate("--cfg", line.cfg(), "--stage", "evaluate"));
    line.assertWrongUsage("--steps", estimate("--cfg", line.cfg(), "--steps", 0));
  }

  @Test
  void whatCannotBeginIsOneSentence() {
    line.assertFails("'tpu'", estimate("--cfg", line.cfg(), "--device", "tpu"));
    line.assertFails(
        "at most 9", estimate("--cfg", line.cfg(), "--stage", "finetune", "--batch-size", 10));
  }
}
