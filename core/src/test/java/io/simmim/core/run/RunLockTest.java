package io.simmim.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.ChildJvm;
import io.simmim.core.fault.DataException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

  @TempDir Path path;

  @Test
  void isRefusedWhileAnotherProcessHasItAndNamesThatProcess() throws Exception {
    RunFolder folder = new RunFolder(path);
    try (ChildJvm child = ChildJvm.ready(TrainingProcess.class, path.toString())) {
      DataException fault = assertThrows(DataException.class, () -> RunLock.acquire(folder));
      String pid = Long.toString(child.process().pid());
      assertTrue(fault.getMessage().contains("process " + pid + " on "), fault.getMessage());
      assertTrue(fault.getMessage().contains(path.toString()), fault.getMessage());
      child.kill();
      RunLock.acquire(folder).close();
    }
  }

  @Test
  void isRefusedTwiceInOneProcess() throws Exception {
    RunFolder folder = new RunFolder(path.resolve("not/there/yet"));
    try (RunLock lock = RunLock.acquire(folder)) {
      assertThrows(DataException.class, () -> RunLock.acquire(folder), lock::toString);
    }
    RunLock.acquire(folder).close();
  }

  @Test
  void clearsWhatAKilledWriterLeft() throws Exception {
    Path leftover = path.resolve(".ckpt_epoch_3.pth.77-abc.tmp~");
    Files.createFile(leftover);
    Files.createFile(path.resolve("ckpt_epoch_2.pth"));
    RunLock.acquire(new RunFolder(path)).close();
    assertEquals(false, Files.exists(leftover));
    assertTrue(Files.exists(path.resolve("ckpt_epoch_2.pth")));
  }
}
