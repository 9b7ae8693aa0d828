package io.simmim.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.run.RunFolder.EpochPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  @TempDir Path output;

  @Test
  void liesWhereTheOfficialCodeWouldPutIt() {
    RunFolder folder = RunFolder.of(output, "simmim_pretrain", "default");
    assertEquals(output.resolve("simmim_pretrain/default"), folder.path());
    assertEquals(folder.path().resolve("ckpt_epoch_99.pth"), folder.checkpoint(99));
    assertEquals(folder.path().resolve("log_rank0.txt"), folder.log(0));
    assertEquals(
        folder.path().resolve("previews/epoch_0007/probe_2_combined.png"),
        folder.probeCombined(7, 2));
    assertEquals(folder.path().resolve("previews/probe_2/masked.png"), folder.probeMasked(2));
  }

  @Test
  void listsCheckpointsByEpochNotByName() throws Exception {
    RunFolder folder = new RunFolder(output);
    for (String name :
        List.of("ckpt_epoch_10.pth", "ckpt_epoch_9.pth", "ckpt_epoch_x.pth", ".ckpt_epoch_3.pth")) {
      Files.createFile(output.resolve(name));
    }
    assertEquals(
        List.of(new EpochPath(9, folder.checkpoint(9)), new EpochPath(10, folder.checkpoint(10))),
        folder.checkpoints());
    assertEquals(10, RunFolder.epochOf(folder.checkpoint(10)).orElseThrow());
  }

  @Test
  void listsThePreviewsThatExist() throws Exception {
    RunFolder folder = new RunFolder(output);
    assertEquals(List.of(), folder.previewEpochs());
    Files.createDirectories(folder.preview(12));
    Files.createDirectories(folder.preview(2));
    Files.createDirectories(folder.probeOriginal(0));
    assertEquals(List.of(2, 12), folder.previewEpochs().stream().map(EpochPath::epoch).toList());
  }

  @Test
  void existsOnceARunWroteIntoIt() throws Exception {
    RunFolder folder = new RunFolder(output);
    assertFalse(folder.exists());
    EventLog.open(folder.events()).close();
    assertTrue(folder.exists());
  }
}
