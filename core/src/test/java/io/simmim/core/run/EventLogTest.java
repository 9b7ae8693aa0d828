package io.simmim.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.simmim.core.fault.DataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("run/events.jsonl");
  }

  private void append(RunEvent... events) throws DataException {
    try (EventLog log = EventLog.open(file())) {
      for (RunEvent event : events) {
        log.accept(event);
      }
    }
  }

  @Test
  void givesEveryKindOfEventBack() throws Exception {
    append(SampleEvents.oneOfEach().toArray(RunEvent[]::new));
    assertEquals(RunEvent.class.getPermittedSubclasses().length, SampleEvents.oneOfEach().size());
    assertEquals(SampleEvents.oneOfEach(), new EventReader(file()).poll());
  }

  @Test
  void writesOneSnakeCaseObjectPerLine() throws Exception {
    append(SampleEvents.oneOfEach().toArray(RunEvent[]::new));
    List<String> lines = Files.readAllLines(file());
    assertEquals(SampleEvents.oneOfEach().size(), lines.size());
    JsonObject step = JsonParser.parseString(lines.get(1)).getAsJsonObject();
    assertEquals("step", step.get("type").getAsString());
    assertEquals(2.25, step.get("grad_norm").getAsDouble());
    assertEquals("1795429230.456", step.get("time").getAsString());
  }

  @Test
  void isInTheFileBeforeTheLogIsClosed() throws Exception {
    try (EventLog log = EventLog.open(file())) {
      log.accept(SampleEvents.step(0));
      assertEquals(1, new EventReader(file()).poll().size());
    }
  }

  @Test
  void keepsADivergedLossAsValidJson() throws Exception {
    RunEvent.Step diverged =
        new RunEvent.Step(
            SampleEvents.TIME, 1, 0, 1, Double.NaN, 1e-4, Double.POSITIVE_INFINITY, 1, 1, 1, 1);
    append(diverged);
    String line = Files.readString(file());
    assertTrue(line.contains("\"loss\":\"NaN\""), line);
    assertTrue(line.contains("\"grad_norm\":\"Infinity\""), line);
    assertEquals(List.of(diverged), new EventReader(file()).poll());
  }

  @Test
  void removesALineThatACrashTore() throws Exception {
    append(SampleEvents.step(0), SampleEvents.step(1));
    Files.writeString(file(), "{\"type\":\"step\",\"ti", StandardOpenOption.APPEND);
    append(SampleEvents.step(2));
    assertEquals(3, Files.readAllLines(file()).size());
    assertEquals(
        List.of(SampleEvents.step(0), SampleEvents.step(1), SampleEvents.step(2)),
        new EventReader(file()).poll());
  }

  @Test
  void keepsAWholeLastLineWhoseLineEndIsMissing() throws Exception {
    append(SampleEvents.step(0), SampleEvents.step(1));
    String text = Files.readString(file());
    Files.writeString(file(), text.substring(0, text.length() - 1));
    append(SampleEvents.step(2));
    assertEquals(
        List.of(SampleEvents.step(0), SampleEvents.step(1), SampleEvents.step(2)),
        new EventReader(file()).poll());
  }

  @Test
  void removesTheZerosThatAPowerFailureLeaves() throws Exception {
    append(SampleEvents.step(0));
    Files.write(file(), new byte[4096], StandardOpenOption.APPEND);
    append(SampleEvents.step(1));
    assertEquals(
        List.of(SampleEvents.step(0), SampleEvents.step(1)), new EventReader(file()).poll());
  }

  @Test
  void saysWhichFileCannotBeWritten() throws Exception {
    Files.writeString(folder.resolve("run"), "a file where the folder should be");
    DataException fault = assertThrows(DataException.class, () -> EventLog.open(file()));
    assertTrue(fault.getMessage().contains(file().toString()), fault.getMessage());
  }
}
