package io.simmim.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.DataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunManifestTest {

  @TempDir Path folder;

  @Test
  void comesBackAsItWasWritten() throws Exception {
    Path file = folder.resolve("run.json");
    RunManifest manifest =
        RunManifest.starting(List.of("pretrain", "--cfg", "a b.yaml"), "cpu", "demo", "/d", "7f");
    manifest.write(file);
    assertEquals(Optional.of(manifest), RunManifest.read(file));
    RunManifest stopped = manifest.withState(RunStatus.STOPPED);
    stopped.write(file);
    assertEquals(Optional.of(stopped), RunManifest.read(file));
  }

  @Test
  void knowsTheVersionOfTheBuild() {
    String version = RunManifest.starting(List.of(), "cpu", "c", "d", "f").version();
    assertTrue(version.matches("\\d+\\.\\d+\\.\\d+.*"), version);
  }

  @Test
  void isAbsentWithoutAFileAndRefusedWhenItIsSomethingElse() throws Exception {
    Path file = folder.resolve("run.json");
    assertEquals(Optional.empty(), RunManifest.read(file));
    Files.writeString(file, "[1, 2");
    DataException fault = assertThrows(DataException.class, () -> RunManifest.read(file));
    assertTrue(fault.getMessage().contains(file.toString()), fault.getMessage());
  }
}
