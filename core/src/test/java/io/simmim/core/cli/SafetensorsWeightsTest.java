package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.SafetensorsWriter;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.run.RunEvent.Note;
import io.simmim.core.testing.Golden;
import io.simmim.core.weights.CheckpointFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The weights of an official checkpoint, kept as safetensors, serve the commands as well. */
class SafetensorsWeightsTest {

  @TempDir private Path folder;

  private Path weights(String golden) throws Exception {
    Map<String, TensorData> tensors = new LinkedHashMap<>();
    CheckpointFile.open(Golden.path(golden))
        .training()
        .model()
        .forEach((name, value) -> tensors.put(name, (TensorData) value));
    Path file = folder.resolve("model.safetensors");
    SafetensorsWriter.write(file, tensors, Map.of("format", "pt"));
    return file;
  }

  @Test
  void reconstructionIsTheGoldenOne() throws Exception {
    String name = "A_pretrain_swin";
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = new CommandLine(new SimMim());
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int exitCode =
        Main.run(
            line,
            "reconstruct",
            "--checkpoint",
            weights(name + "/ckpt_epoch_0.pth").toString(),
            "--cfg",
            Golden.path(name + "/config.yaml").toString(),
            "--image",
            Golden.path(name + "/io.npz").toString(),
            "--out",
            folder.resolve("out").toString());
    assertEquals(0, exitCode, err.toString());
    assertTrue(out.toString().contains("loss 0.9725"), out.toString());
  }

  @Test
  void fineTuningBeginsFromThem() throws Exception {
    Path golden = Golden.path("D_load_vit_same_size/config.yaml");
    Path pretrained = weights("A_pretrain_vit_shared_rpb/ckpt_epoch_0.pth");
    try (CommandLineRun line = new CommandLineRun(folder)) {
      int exitCode =
          line.simmim(
              "finetune",
              "--cfg",
              golden,
              "--data-path",
              line.data(),
              "--pretrained",
              pretrained,
              "--opts",
              "TRAIN.EPOCHS",
              "1",
              "MODEL.NAME",
              "tiny");
      assertEquals(0, exitCode, line.err());
      String notes = line.events("d_vit_same", Note.class).toString();
      assertTrue(notes.contains("holds a pre-training"), notes);
    }
  }
}
