package io.simmim.core.doctor;

import static java.util.stream.Collectors.joining;

import io.simmim.core.machine.ClassPathEngine;
import io.simmim.core.machine.EngineLibrary;
import io.simmim.core.machine.EngineVariables;
import io.simmim.core.machine.Graphics;
import io.simmim.core.machine.GraphicsDriver;
import io.simmim.core.machine.GraphicsDriver.Card;
import io.simmim.core.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Graphics cards, their driver, and whether the engine can use them. */
final class GraphicsCheck implements Check {

  static final String TOPIC = "GPU";

  /** The CUDA build that DJL's own library comes for. */
  private static final String CUDA_FLAVOR = "cu128";

  private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

  @Override
  public List<Finding> of(Machine machine) {
    Graphics graphics = machine.graphics();
    EngineLibrary engine = machine.engine();
    if (graphics.driver().isEmpty()) {
      return List.of(withoutDriver(graphics));
    }
    List<Finding> findings = new ArrayList<>();
    GraphicsDriver driver = graphics.driver().get();
    findings.add(cards(driver));
    if (!engine.isForCuda()) {
      findings.add(engineForTheProcessor(machine));
    } else {
      tooOld(driver, engine).ifPresent(findings::add);
      hidden(machine).ifPresent(findings::add);
    }
    return findings;
  }

  private static Finding withoutDriver(Graphics graphics) {
    if (!graphics.complaint().isEmpty()) {
      return Finding.note(
          TOPIC,
          "nvidia-smi is installed, but does not reach a graphics card: \""
              + graphics.complaint().replaceFirst("[.\\s]+$", "")
              + "\".",
          "Reload or reinstall NVIDIA's driver and restart the machine until nvidia-smi lists the"
              + " card; in a container, start it with access to the card.");
    }
    return graphics.installed() > 0
        ? Finding.note(
            TOPIC,
            "A graphics card of NVIDIA is installed, but no driver for it was found.",
            "Install NVIDIA's driver (Debian: apt-get install nvidia-driver, from non-free); nvidia-smi"
                + " must then list the card.")
        : Finding.note(TOPIC, "No graphics card of NVIDIA and no driver for one was found.", "");
  }

  private static Finding cards(GraphicsDriver driver) {
    String cards =
        IntStream.range(0, driver.cards().size())
            .mapToObj(i -> "cuda:" + i + " is " + card(driver.cards().get(i)))
            .collect(joining(", "));
    String cuda = driver.cuda().isEmpty() ? "" : " (CUDA up to " + driver.cuda() + ")";
    return Finding.good(TOPIC, "%s; driver %s%s.".formatted(cards, driver.version(), cuda));
  }

  private static String card(Card card) {
    String memory =
        card.memoryMb() == 0 ? "" : "%d GiB".formatted(Math.round(card.memoryMb() / 1024.0));
    String capability =
        card.capability().isEmpty() ? "" : "compute capability " + card.capability();
    String both =
        List.of(memory, capability).stream().filter(s -> !s.isEmpty()).collect(joining(", "));
    return both.isEmpty() ? card.name() : card.name() + " (" + both + ")";
  }

  private static Finding engineForTheProcessor(Machine machine) {
    ClassPathEngine program = machine.onClassPath();
    String sentence = "The engine was built for the CPU only, so no graphics card is used.";
    return program.hasJni().test(machine.classifier() + "/" + CUDA_FLAVOR)
        ? Finding.note(
            TOPIC,
            sentence,
            "Install PyTorch %s for %s and set %s to its folder torch/lib, %s=%s and %s=%s; the README has the commands."
                .formatted(
                    program.jniVersion(),
                    Words.cuda(CUDA_FLAVOR),
                    EngineVariables.LIBRARY_PATH,
                    EngineVariables.VERSION,
                    program.jniVersion(),
                    EngineVariables.FLAVOR,
                    CUDA_FLAVOR))
        : Finding.note(TOPIC, sentence, "");
  }

  /** A driver runs what was built for its CUDA's major version, and for earlier ones. */
  private static Optional<Finding> tooOld(GraphicsDriver driver, EngineLibrary engine) {
    int needed = Words.cudaMajor(engine.flavor());
    int known =
        driver.cuda().isEmpty()
            ? needed
            : Integer.parseInt(driver.cuda().replaceFirst("\\..*", ""));
    return needed <= known
        ? Optional.empty()
        : Optional.of(
            Finding.fault(
                TOPIC,
                "The engine was built for CUDA %d, but the driver %s knows CUDA up to %s only."
                    .formatted(needed, driver.version(), driver.cuda()),
                "Update NVIDIA's driver, or use a PyTorch for CUDA " + known + "."));
  }

  private static Optional<Finding> hidden(Machine machine) {
    String visible = machine.environment().get(VISIBLE);
    return visible == null
            || visible.matches("[0-9,A-Za-z-]*[0-9A-Za-z].*") && !visible.equals("-1")
        ? Optional.empty()
        : Optional.of(
            Finding.note(
                TOPIC,
                VISIBLE + " is '" + visible + "', which hides all graphics cards.",
                "Unset it, or name the cards to use: " + VISIBLE + "=0."));
  }
}
