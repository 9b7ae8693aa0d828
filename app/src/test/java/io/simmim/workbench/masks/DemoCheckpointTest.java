package io.simmim.workbench.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCheckpointTest {

  @TempDir Path folder;

  @Test
  void anyCheckpointInTheFolderIsTheDemo() throws Exception {
    assertEquals(Optional.empty(), DemoCheckpoint.in(folder.resolve("nowhere")));
    Files.writeString(folder.resolve("README.md"), "How it was made.");
    Files.writeString(folder.resolve("config.yaml"), "TAG: demo");
    assertEquals(Optional.empty(), DemoCheckpoint.in(folder));
    Path file = Files.write(folder.resolve("simmim_demo.safetensors"), new byte[] {0});
    assertEquals(Optional.of(file), DemoCheckpoint.in(folder));
  }
}
