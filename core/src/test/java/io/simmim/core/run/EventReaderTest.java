package io.simmim.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventReaderTest {

  @TempDir Path folder;
  private Path file;
  private EventReader reader;

  @BeforeEach
  void follow() {
    file = folder.resolve("events.jsonl");
    reader = new EventReader(file);
  }

  private void append(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String line(long step) {
    return EventLine.write(SampleEvents.step(step)) + "\n";
  }

  @Test
  void findsNothingBeforeTheFileIsThere() throws Exception {
    assertEquals(List.of(), reader.poll());
    append(line(0));
    assertEquals(List.of(SampleEvents.step(0)), reader.poll());
    assertEquals(0, reader.generation());
  }

  @Test
  void tellsOnlyWhatIsNew() throws Exception {
    append(line(0) + line(1));
    assertEquals(2, reader.poll().size());
    assertEquals(List.of(), reader.poll());
    append(line(2));
    assertEquals(List.of(SampleEvents.step(2)), reader.poll());
  }

  @Test
  void waitsForTheRestOfALine() throws Exception {
    String second = line(1);
    append(line(0) + second.substring(0, 40));
    assertEquals(List.of(SampleEvents.step(0)), reader.poll());
    assertEquals(List.of(), reader.poll());
    append(second.substring(40));
    assertEquals(List.of(SampleEvents.step(1)), reader.poll());
  }

  @Test
  void readsACharacterThatWasCutInTwo() throws Exception {
    RunEvent.Warning warning = new RunEvent.Warning(SampleEvents.TIME, "größer");
    byte[] bytes = (EventLine.write(warning) + "\n").getBytes(StandardCharsets.UTF_8);
    int cut = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\u00c3') + 1;
    Files.write(file, Arrays.copyOf(bytes, cut));
    assertEquals(List.of(), reader.poll());
    Files.write(file, Arrays.copyOfRange(bytes, cut, bytes.length), StandardOpenOption.APPEND);
    assertEquals(List.of(warning), reader.poll());
  }

  @Test
  void passesOverTypesAndFieldsOfALaterVersion() throws Exception {
    append("{\"type\":\"hologram\",\"time\":1,\"depth\":[1,2]}\n");
    append("{\"colour\":{\"r\":1},\"time\":1,\"type\":\"warning\",\"message\":\"hot\"}\n");
    append("not json\n[]\n\n{\"type\":\"step\"}\n{\"type\":\"step\",\"time\":\"x\"}\n");
    append(line(0));
    List<RunEvent> events = reader.poll();
    assertEquals(2, events.size());
    assertEquals("hot", ((RunEvent.Warning) events.get(0)).message());
  }

  @Test
  void startsOverWhenTheFileWasCut() throws Exception {
    append(line(0) + line(1));
    reader.poll();
    Files.writeString(file, line(5));
    assertEquals(List.of(SampleEvents.step(5)), reader.poll());
    assertEquals(1, reader.generation());
  }

  @Test
  void startsOverWhenALongerFileTookItsPlace() throws Exception {
    append(line(0));
    reader.poll();
    Files.writeString(file, line(5) + line(6) + line(7));
    assertEquals(3, reader.poll().size());
    assertEquals(1, reader.generation());
  }

  @Test
  void startsOverWhenTheFileComesBack() throws Exception {
    append(line(0));
    reader.poll();
    Files.delete(file);
    assertEquals(List.of(), reader.poll());
    append(line(0));
    assertEquals(List.of(SampleEvents.step(0)), reader.poll());
    assertEquals(1, reader.generation());
  }

  @Test
  void goesOnWhenATornLineIsHealed() throws Exception {
    append(line(0) + "{\"type\":\"st");
    reader.poll();
    try (EventLog log = EventLog.open(file)) {
      log.accept(SampleEvents.step(1));
    }
    assertEquals(List.of(SampleEvents.step(1)), reader.poll());
    assertEquals(0, reader.generation());
  }

  @Test
  void readsALineLongerThanItsChunks() throws Exception {
    RunEvent.Warning warning = new RunEvent.Warning(SampleEvents.TIME, "x".repeat(3_000_000));
    append(line(0) + EventLine.write(warning) + "\n" + line(1));
    List<RunEvent> events = reader.poll();
    assertEquals(List.of(SampleEvents.step(0), warning, SampleEvents.step(1)), events);
  }

  @Test
  void readsHalfAMillionLines() throws Exception {
    int lines = 500_000;
    try (Writer out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < lines; i++) {
        out.write(line(i));
      }
    }
    long start = System.nanoTime();
    List<RunEvent> events = reader.poll();
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    org.slf4j.LoggerFactory.getLogger(getClass()).info("{} lines in {} ms", lines, milliseconds);
    assertEquals(lines, events.size());
    assertTrue(events.get(lines - 1).equals(SampleEvents.step(lines - 1)));
  }
}
