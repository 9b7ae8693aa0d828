package io.simmim.workbench.compare;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.fx.InWords;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A cell of a heat map in words. */
final class CellWords {

  private CellWords() {}

  /** The number; empty while there is none. */
  static String number(MapCell cell, MapNumber number) {
    return cell.hasValue() ? number.inWords(cell.mean()) : "";
  }

  /** How the runs of the cell differ, or how far they are; empty when there is nothing to say. */
  static String remark(MapCell cell, MapNumber number) {
    String spread =
        cell.values().size() < 2
            ? ""
            : "± " + number.inWords(cell.spread()) + "  n=" + cell.values().size();
    return switch (cell.state()) {
      case MISSING -> "";
      case WAITING -> "waiting";
      case RUNNING -> progress(cell);
      case BROKEN -> spread.isEmpty() ? broken(cell) : spread;
      case DONE -> spread;
    };
  }

  private static String broken(MapCell cell) {
    return cell.runs().get(0).run().run().status().name().toLowerCase(Locale.ROOT);
  }

  private static String progress(MapCell cell) {
    return cell.runs().stream()
        .filter(run -> run.run().run().snapshot().ended().isEmpty())
        .findFirst()
        .map(CellWords::epoch)
        .orElse("running");
  }

  private static String epoch(ComparedNumbers run) {
    Optional<RunEvent.Started> started = run.run().run().snapshot().started();
    return started
        .filter(s -> run.epochs() > 0)
        .map(s -> "epoch " + run.epochs() + " / " + s.epochs())
        .orElse("starting");
  }

  /** Its runs with their numbers, one a line. */
  static String runs(MapCell cell, MapNumber number) {
    return cell.runs().stream()
        .map(
            run ->
                run.run().label() + ": " + number.of(run).map(number::inWords).orElse(InWords.NONE))
        .collect(Collectors.joining("\n"));
  }

  /** For a screen reader: where it is, and what is there. */
  static String spoken(HeatMap map, int row, int column) {
    MapCell cell = map.cell(row, column);
    String place =
        map.y().map(y -> y.name() + " " + y.values().get(row) + ", ").orElse("")
            + map.x().name()
            + " "
            + map.x().values().get(column);
    String what = number(cell, map.number()) + " " + remark(cell, map.number());
    return place + ": " + (what.isBlank() ? "no run" : what.strip());
  }
}
