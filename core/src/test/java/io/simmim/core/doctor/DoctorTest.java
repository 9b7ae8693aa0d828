package io.simmim.core.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.doctor.Finding.Level;
import io.simmim.core.machine.MachineFixture;
import io.simmim.core.process.JavaProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

  @TempDir private Path root;
  private MachineFixture here;
  private final List<Finding> told = new ArrayList<>();
  private final List<Optional<String>> tried = new ArrayList<>();

  @BeforeEach
  void prepare() throws Exception {
    here = new MachineFixture(root).unpacked();
  }

  private Diagnosis examine(Optional<String> device, String... computing) {
    Trials trials =
        (wanted, ignored) -> {
          tried.add(wanted);
          return List.of(computing);
        };
    return new Doctor(here.machine(), trials).examine(device, told::add);
  }

  @Test
  void theVerdictNamesWhatComputed() {
    Diagnosis both = examine(Optional.empty(), "cpu", "cuda:0");
    assertEquals("Trainings can run here, on cpu, cuda:0.", both.sentence());
    assertTrue(both.isUsable());
    assertEquals(List.of(Optional.empty()), tried);
    Diagnosis none = examine(Optional.of("cuda:0"));
    assertEquals("Trainings cannot run on cuda:0; the findings say why.", none.sentence());
    assertFalse(none.isUsable());
  }

  @Test
  void aFaultThatDoesNotMatterIsStillMentioned() {
    here.with("PYTORCH_FLAVOR", "cu128");
    assertEquals(
        "Trainings can run here, on cpu, in spite of what is wrong.",
        examine(Optional.empty(), "cpu").sentence());
  }

  @Test
  void nothingIsStartedThatWouldBeFetched() throws Exception {
    here.with("PYTORCH_VERSION", "2.5.1");
    assertFalse(examine(Optional.empty(), "cpu").isUsable());
    here.with("PYTORCH_VERSION", "2.13.0").with("PYTORCH_FLAVOR", "cpu");
    here.with("PYTORCH_LIBRARY_PATH", here.torch("2.13.0", "None"));
    assertFalse(examine(Optional.empty(), "cpu").isUsable());
    assertEquals(List.of(), tried);
    Finding last = told.get(told.size() - 1);
    assertEquals(
        "The engine was not started, as DJL's library for it is missing.", last.sentence());
  }

  @Test
  void linesAreReadAsTheyWereWritten() {
    for (Level level : Level.values()) {
      Finding finding = new Finding(level, "GPU", "A \"card\" <is> there.", "Use it.");
      assertEquals(Optional.of(finding), DoctorLines.read(DoctorLines.of(finding)).finding());
    }
    Diagnosis diagnosis = new Diagnosis(List.of("cpu"), "Trainings can run here, on cpu.");
    assertEquals(Optional.of(diagnosis), DoctorLines.read(DoctorLines.of(diagnosis)).diagnosis());
    for (String line : List.of("", "{\"type\":\"find", "[1]", "{}", "{\"type\":\"other\"}")) {
      assertEquals(
          new DoctorLines.Line(Optional.empty(), Optional.empty()), DoctorLines.read(line), line);
    }
  }

  @Test
  void aProcessThatDiesIsAFindingWithARemedy() throws Exception {
    // A JVM that ends at once, as one does whose engine is of the wrong build.
    JavaProgram dying =
        new JavaProgram(
            JavaProgram.training().java(), List.of("-XX:+NoSuchOption"), "none", "none.Main");
    List<String> usable =
        new TrialProcess(here.machine(), dying, List.of()).run(Optional.of("cpu"), told::add);
    assertEquals(List.of(), usable);
    assertTrue(told.get(0).sentence().contains("ended its process (exit code 1)"), told.toString());
    assertTrue(told.get(0).remedy().startsWith("Delete " + root), told.get(0).remedy());
    here.with("PYTORCH_LIBRARY_PATH", here.torch("2.13.0", "None"));
    assertEquals(
        List.of(),
        new TrialProcess(here.machine(), dying, List.of()).run(Optional.empty(), told::add));
    assertTrue(
        told.get(1).remedy().contains("was not built for exactly the PyTorch in"),
        told.get(1).remedy());
    JavaProgram missing = new JavaProgram(root.resolve("java"), List.of(), "none", "none.Main");
    new TrialProcess(here.machine(), missing, List.of()).run(Optional.empty(), told::add);
    assertTrue(told.get(2).sentence().contains("could not be started"), told.get(2).sentence());
  }

  @Test
  void aWrongProductIsAFault() {
    Finding wrong =
        new MatrixTrial.Outcome("cuda:0", false, Double.NaN, Optional.of(0.001)).finding();
    assertEquals(Level.FAULT, wrong.level());
    assertTrue(wrong.sentence().startsWith("cuda:0 computes wrongly"), wrong.sentence());
    Finding noBf16 = new MatrixTrial.Outcome("cpu", true, 1e-7, Optional.empty()).finding();
    assertEquals(Level.NOTE, noBf16.level());
    assertTrue(noBf16.sentence().endsWith("bf16 is not possible with this library."));
  }
}
