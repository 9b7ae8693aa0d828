package io.simmim.workbench.experiment;

import io.simmim.core.machine.GraphicsDriver.Card;
import io.simmim.core.machine.Machine;
import java.util.ArrayList;
import java.util.List;

/**
 * What trainings can run on here.
 *
 * @param names {@code cpu}, then {@code cuda:0}, ... as far as the driver lists them and the engine
 *     was built for them
 * @param unused graphics cards that the engine was not built for
 * @param words about them, for people
 */
public record Devices(List<String> names, List<String> unused, String words) {

  public Devices {
    names = List.copyOf(names);
    unused = List.copyOf(unused);
  }

  /** Asks the graphics driver, which takes up to some seconds; starts no engine. */
  public static Devices find() {
    return of(Machine.find());
  }

  static Devices of(Machine machine) {
    List<String> cards =
        machine.graphics().driver().stream()
            .flatMap(driver -> driver.cards().stream())
            .map(Card::name)
            .toList();
    boolean used = machine.engine().isForCuda();
    int cores = machine.processor().cores();
    return used ? of(cards, List.of(), cores) : of(List.of(), cards, cores);
  }

  /**
   * Devices by their names.
   *
   * @param cards graphics cards that can be trained on
   * @param unused graphics cards that cannot
   */
  public static Devices of(List<String> cards, List<String> unused, int cores) {
    List<String> names = new ArrayList<>(List.of("cpu"));
    for (int i = 0; i < cards.size(); i++) {
      names.add("cuda:" + i);
    }
    String words =
        cards.isEmpty()
            ? "CPU, " + (cores == 1 ? "1 core" : cores + " cores")
            : String.join(", ", cards);
    return new Devices(names, unused, words);
  }
}
