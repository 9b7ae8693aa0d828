package io.simmim.core.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Times contenders turn by turn, so that whatever else the machine does meanwhile hits them alike
 * and their ratio can be trusted.
 */
final class Alternation {

  private static final double NANOS = 1e9;

  private final int warmup;
  private final int repetitions;

  /**
   * @param warmup rounds that do not count, 0 or more
   * @param repetitions rounds that count, 1 or more
   */
  Alternation(int warmup, int repetitions) {
    this.warmup = warmup;
    this.repetitions = repetitions;
  }

  /** In the order of the contenders. */
  List<Timing> time(List<? extends Contender> contenders) {
    List<List<Double>> seconds = new ArrayList<>();
    contenders.forEach(contender -> seconds.add(new ArrayList<>()));
    for (int round = 0; round < warmup + repetitions; round++) {
      for (int c = 0; c < contenders.size(); c++) {
        long start = System.nanoTime();
        contenders.get(c).run(round);
        if (round >= warmup) {
          seconds.get(c).add((System.nanoTime() - start) / NANOS);
        }
      }
    }
    return seconds.stream().map(Timing::of).toList();
  }
}
