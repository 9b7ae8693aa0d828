package io.simmim.workbench.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.doctor.Diagnosis;
import io.simmim.core.doctor.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoctorViewModelTest {

  private static final Finding ENGINE = Finding.good("engine", "PyTorch 2.7.1 is there.");
  private static final Finding GPU = Finding.note("GPU", "No driver was found.", "Install one.");

  private int begun;
  private int stopped;
  private final DoctorViewModel model =
      new DoctorViewModel(
          listener -> {
            begun++;
            return () -> stopped++;
          });

  @Test
  void openingLooksAndClosingGivesUp() {
    model.openProperty().set(true);
    assertTrue(model.runningProperty().get());
    model.examine();
    assertEquals(1, begun, "it is looking already");
    model.openProperty().set(false);
    assertEquals(1, stopped);
    assertFalse(model.runningProperty().get());
  }

  @Test
  void findingsAreAddedAsTheyCome() {
    model.openProperty().set(true);
    model.found(List.of(ENGINE));
    model.found(List.of(ENGINE, GPU));
    model.found(List.of());
    assertEquals(List.of(ENGINE, GPU), model.findings());
    model.done(Optional.of(new Diagnosis(List.of("cpu"), "Trainings can run.")), "");
    assertFalse(model.runningProperty().get());
    assertTrue(model.verdictProperty().get().usable());
    assertEquals(
        "engine: PyTorch 2.7.1 is there.\nGPU: No driver was found. Install one.\nTrainings can run.",
        model.text());
    model.examine();
    assertEquals(List.of(), model.findings());
    assertEquals("", model.verdictProperty().get().sentence());
  }

  @Test
  void aProcessThatFailsIsToldAsTheVerdict() {
    model.openProperty().set(true);
    model.done(Optional.empty(), "Java's memory is used up.");
    assertFalse(model.verdictProperty().get().usable());
    assertEquals("Java's memory is used up.", model.verdictProperty().get().sentence());
    model.openProperty().set(false);
    model.openProperty().set(true);
    model.done(Optional.of(new Diagnosis(List.of(), "Trainings cannot run here.")), "");
    assertFalse(model.verdictProperty().get().usable());
  }
}
