package io.simmim.core.bench;

import com.google.gson.JsonParseException;
import io.simmim.core.run.RunJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that was measured, and as JSON with snake_case keys: seconds, MiB.
 *
 * @param loader how fast pictures were read; null when that was not timed
 * @param loading how a checkpoint was loaded; null when that was not timed
 */
public record BenchReport(
    BenchMachine machine, List<BenchRow> rows, LoaderRow loader, LoadBenchmark.Timing loading) {

  public BenchReport {
    rows = List.copyOf(rows);
  }

  /** Of nothing yet. */
  public static BenchReport on(BenchMachine machine) {
    return new BenchReport(machine, List.of(), null, null);
  }

  public BenchReport with(BenchRow row) {
    List<BenchRow> longer = new ArrayList<>(rows);
    longer.add(row);
    return new BenchReport(machine, longer, loader, loading);
  }

  public BenchReport with(LoaderRow read) {
    return new BenchReport(machine, rows, read, loading);
  }

  public BenchReport with(LoadBenchmark.Timing loaded) {
    return new BenchReport(machine, rows, loader, loaded);
  }

  public BenchReport on(BenchMachine other, BenchRow row) {
    return new BenchReport(other, rows, loader, loading).with(row);
  }

  /** In one line. */
  public String line() {
    return RunJson.COMPACT.toJson(this);
  }

  /** Indented. */
  public String text() {
    return RunJson.PRETTY.toJson(this);
  }

  /** Reads {@link #line}; empty when it is something else. */
  public static Optional<BenchReport> read(String json) {
    try {
      BenchReport report = RunJson.COMPACT.fromJson(json, BenchReport.class);
      return Optional.ofNullable(report).filter(read -> read.machine() != null);
    } catch (JsonParseException | NullPointerException e) {
      return Optional.empty();
    }
  }
}
