package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.simmim.core.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Process.destroy kills there")
class StopSignalTest {

  @Test
  void letsTheProcessFinishItsWork() throws Exception {
    try (ChildJvm child = ChildJvm.ready(StoppableProcess.class)) {
      child.process().toHandle().destroy(); // Process.destroy would close our end of its output
      assertEquals("told", child.output().readLine());
      assertEquals("saved", child.output().readLine());
      assertEquals(130, child.process().waitFor());
    }
  }

  @Test
  void endsTheProcessAtOnceTheSecondTime() throws Exception {
    try (ChildJvm child = ChildJvm.ready(StoppableProcess.class, "stay")) {
      ProcessHandle process = child.process().toHandle();
      process.destroy();
      assertEquals("told", child.output().readLine());
      process.destroy();
      assertNull(child.output().readLine());
      assertEquals(130, child.process().waitFor());
    }
  }
}
