package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.doctor.Diagnosis;
import io.simmim.core.doctor.DoctorLines;
import io.simmim.core.doctor.Finding;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The doctor on this very machine, whose engine works. */
class DoctorCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int doctor(String... arguments) {
    CommandLine line = new CommandLine(new SimMim());
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    List<String> words = new ArrayList<>(List.of("doctor"));
    words.addAll(List.of(arguments));
    return Main.run(line, words.toArray(String[]::new));
  }

  @Test
  void tellsPeopleWhatIsThereAndThatItComputes() {
    assertEquals(0, doctor(), err.toString());
    List<String> lines = out.toString().lines().toList();
    assertTrue(lines.get(0).startsWith("ok     engine         PyTorch 2.7.1"), lines.get(0));
    assertTrue(
        lines.stream()
            .anyMatch(
                line -> line.startsWith("ok     test           cpu computes: a product of two")),
        out.toString());
    assertTrue(lines.get(lines.size() - 1).startsWith("Trainings can run here, on cpu"));
    assertEquals("", err.toString());
  }

  @Test
  void tellsProgramsTheSameLineByLine() {
    assertEquals(0, doctor("--json", "--device", "cpu"), err.toString());
    List<DoctorLines.Line> lines = out.toString().lines().map(DoctorLines::read).toList();
    Diagnosis diagnosis = lines.get(lines.size() - 1).diagnosis().orElseThrow();
    assertEquals(List.of("cpu"), diagnosis.devices());
    List<Finding> findings = lines.stream().flatMap(line -> line.finding().stream()).toList();
    assertEquals(lines.size() - 1, findings.size());
    assertTrue(findings.stream().noneMatch(f -> f.level() == Finding.Level.FAULT), out.toString());
  }

  @Test
  void aDeviceThatIsNotThereFailsWithOneSentence() {
    assertEquals(1, doctor("--device", "cuda:77"));
    assertEquals("Trainings cannot run on cuda:77; the findings say why.", err.toString().strip());
    assertTrue(out.toString().contains("FAULT  test           Device 'cuda:77' is not there"));
  }
}
