package io.simmim.workbench.queue;

import io.simmim.core.queue.QueuedRun;
import io.simmim.workbench.launch.RunStage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The queue in sentences. */
public final class QueueWords {

  private QueueWords() {}

  /** Who waits for what: 3 runs wait for cpu, 1 for cuda:1. */
  static String sentence(List<QueuedRun> runs, boolean paused) {
    Map<String, Long> byDevice =
        runs.stream()
            .filter(run -> run.state() == QueuedRun.State.WAITING)
            .collect(Collectors.groupingBy(QueuedRun::device, TreeMap::new, Collectors.counting()));
    if (byDevice.isEmpty()) {
      return paused ? "The queue is paused: what is added waits." : "";
    }
    StringBuilder words = new StringBuilder(paused ? "Paused: " : "");
    byDevice.forEach(
        (device, count) -> {
          boolean first = words.length() == 0 || words.toString().endsWith(": ");
          String noun = count == 1 ? " run waits for " : " runs wait for ";
          words.append(first ? count + noun + device : ", " + count + " for " + device);
        });
    return words.toString();
  }

  /** How many runs wait, for the status bar; empty for none. */
  public static String count(int waiting, boolean paused) {
    if (waiting == 0) {
      return "";
    }
    return waiting + " waiting" + (paused ? " (paused)" : "");
  }

  /** A place such as 2nd of 5. */
  public static String place(int place, int of) {
    return place + ending(place) + " of " + of;
  }

  private static String ending(int number) {
    if (number % 100 / 10 == 1) {
      return "th";
    }
    return switch (number % 10) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
  }

  /** The name of a run as other sentences have it. */
  public static String title(QueuedRun run) {
    return RunStage.shortName(run.title());
  }
}
