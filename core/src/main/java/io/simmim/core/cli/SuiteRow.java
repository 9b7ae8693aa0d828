package io.simmim.core.cli;

import io.simmim.core.bench.BenchProcess;
import io.simmim.core.bench.BenchReport;
import io.simmim.core.bench.BenchRow;
import io.simmim.core.bench.Work;
import io.simmim.core.config.Precision;
import io.simmim.core.fault.EngineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One row of the suite that is still to be measured.
 *
 * @param torchScript file to time it against
 */
record SuiteRow(
    SuiteModel model, Work work, Precision precision, int batchSize, Optional<Path> torchScript) {

  /** In a few words. */
  String title() {
    return model.label() + " " + work.word() + " " + precision.yamlName();
  }

  /**
   * Measures it and adds it; a failure is a row as well.
   *
   * @param shared arguments that all rows have
   */
  BenchReport addTo(BenchReport report, BenchProcess process, List<String> shared)
      throws InterruptedException {
    try {
      BenchReport measured = process.run(arguments(shared));
      return report.on(measured.machine(), measured.rows().get(0).named(model.label()));
    } catch (EngineException e) {
      return report.with(
          BenchRow.failed(model.label(), work, precision.yamlName(), batchSize, e.getMessage()));
    }
  }

  private List<String> arguments(List<String> shared) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "bench",
                "--json",
                "--cfg",
                model.config().toString(),
                "--batch-size",
                Integer.toString(batchSize),
                "--precision",
                precision.yamlName()));
    if (work == Work.FORWARD) {
      words.add("--forward");
    }
    torchScript.ifPresent(file -> words.addAll(List.of("--torchscript", file.toString())));
    words.addAll(shared);
    return words;
  }
}
