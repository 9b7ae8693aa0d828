package io.simmim.workbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.simmim.core.machine.ClassPathEngine;
import io.simmim.core.machine.Graphics;
import io.simmim.core.machine.GraphicsDriver;
import io.simmim.core.machine.Machine;
import io.simmim.core.machine.Processor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What can be chosen depends on the engine as well as on the cards. */
class DevicesTest {

  private static Machine machine(String flavor, GraphicsDriver.Card... cards) {
    return new Machine(
        Map.of(),
        "linux-x86_64",
        "",
        Path.of("cache"),
        new ClassPathEngine(
            List.of(new ClassPathEngine.Bundle("2.7.1", flavor, "linux-x86_64", List.of())),
            "0.36.0",
            "2.7.1",
            place -> false),
        new Processor("", 4, Set.of()),
        new Graphics(1, Optional.of(new GraphicsDriver("570", "12.8", List.of(cards))), ""),
        library -> true);
  }

  @Test
  void cardsAreOfferedToAnEngineThatWasBuiltForThem() {
    GraphicsDriver.Card card = new GraphicsDriver.Card("NVIDIA H100", 81559, "9.0");
    Devices found = Devices.of(machine("cu128", card, card));
    assertEquals(List.of("cpu", "cuda:0", "cuda:1"), found.names());
    assertEquals("NVIDIA H100, NVIDIA H100", found.words());
    assertEquals(List.of(), found.unused());
  }

  @Test
  void anEngineForTheCpuLeavesThemUnused() {
    GraphicsDriver.Card card = new GraphicsDriver.Card("NVIDIA H100", 81559, "9.0");
    Devices found = Devices.of(machine("cpu", card));
    assertEquals(List.of("cpu"), found.names());
    assertEquals("CPU, 4 cores", found.words());
    assertEquals(List.of("NVIDIA H100"), found.unused());
  }
}
