package io.simmim.core.cli;

import io.simmim.core.bench.BenchMachine;
import io.simmim.core.bench.BenchProcess;
import io.simmim.core.bench.BenchReport;
import io.simmim.core.bench.BenchRow;
import io.simmim.core.bench.Work;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.config.Precision;
import io.simmim.core.fault.ConfigException;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.EngineException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.process.JavaProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The part of {@code simmim bench} that times several models, each in a process of its own. */
final class SuiteBench {

  @Option(
      names = "--suite",
      description =
          "Time steps and forward passes of a small Swin, Swin-B, SwinV2-B and ViT-B, each in a"
              + " process of its own, and the reading of pictures.")
  private boolean asked;

  @Option(
      names = "--models",
      split = ",",
      paramLabel = "NAME",
      description = "With --suite: only these of swin-tiny, swin-b, swinv2-b, vit-b.")
  private List<String> models = List.of();

  @Option(
      names = "--torchscript-dir",
      paramLabel = "DIR",
      description =
          "With --suite: time each model beside the TorchScript file of its name in DIR, such as"
              + " swin-b.pt, for bf16 swin-b-bf16.pt.")
  private Path torchScripts;

  @Option(
      names = "--markdown",
      description = "With --suite: print the table as Markdown at the end.")
  private boolean markdown;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  boolean isAsked() {
    if (!asked && (!models.isEmpty() || torchScripts != null || markdown)) {
      throw wrong("--models, --torchscript-dir and --markdown go with --suite.");
    }
    return asked;
  }

  /**
   * What all rows share.
   *
   * @param precisions at least one
   * @param works at least one
   * @param arguments of all children
   */
  record Request(
      Overrides overrides,
      Optional<String> batchSize,
      List<String> precisions,
      List<Work> works,
      String device,
      List<String> arguments) {}

  /** Measures and says row by row; a row that fails does not end the others. */
  int run(Request request, LoaderBench loader, BenchOutput out)
      throws SimMimException, InterruptedException {
    List<SuiteRow> rows = plan(request);
    int workers = loader.workers(Runtime.getRuntime().availableProcessors());
    StopSignal stop =
        StopSignal.catching(System.err, "this row is finished first, what was measured is kept.");
    BenchProcess process = new BenchProcess(JavaProgram.training());
    BenchReport report = BenchReport.on(BenchMachine.find());
    out.say(BenchTable.head());
    try (TaskProgress progress = new TaskProgress()) {
      for (SuiteRow row : rows) {
        progress.show(row.title(), report.rows().size(), rows.size() + 1);
        BenchReport longer = row.addTo(report, process, request.arguments());
        progress.clear();
        if (stop.getAsBoolean() && !last(longer).isMeasured()) {
          break; // The signal reached the row's process as well.
        }
        report = longer;
        say(last(report), out);
        out.save(report);
        if (stop.getAsBoolean()) {
          break;
        }
      }
      if (!stop.getAsBoolean()) {
        progress.show("reading pictures", rows.size(), rows.size() + 1);
        report = read(report, new SuiteLoader(process, workers), loader.dataPath(), out);
      }
    }
    return end(report, stop.getAsBoolean(), out);
  }

  private static BenchReport read(
      BenchReport report, SuiteLoader loader, Optional<Path> pictures, BenchOutput out)
      throws SimMimException, InterruptedException {
    try {
      return report.with(loader.measure(pictures));
    } catch (EngineException e) {
      out.say("pictures   failed");
      out.say("  " + e.getMessage());
      return report;
    }
  }

  private static BenchRow last(BenchReport report) {
    return report.rows().get(report.rows().size() - 1);
  }

  private static void say(BenchRow row, BenchOutput out) {
    out.say(BenchTable.line(row));
    if (!row.isMeasured()) {
      out.say("  " + row.fault());
    }
  }

  private int end(BenchReport report, boolean stopped, BenchOutput out)
      throws DataException, EngineException {
    if (markdown) {
      out.say("");
      BenchTable.markdown(report.rows()).forEach(out::say);
      out.say("");
    }
    out.say(BenchText.of(report.machine()) + ".");
    if (report.loader() != null) {
      out.say(BenchText.of(report.loader()) + ".");
    }
    out.tell(report);
    long measured = report.rows().stream().filter(BenchRow::isMeasured).count();
    long failed = report.rows().size() - measured + (report.loader() == null ? 1 : 0);
    if (failed > 0 && !stopped) {
      throw new EngineException(
          "%d of %d measurements failed; the table says why."
              .formatted(failed, report.rows().size() + 1));
    }
    return stopped ? ExitCode.STOPPED_BY_USER : ExitCode.DONE;
  }

  /** All configurations are read first, so that what is wrong is said before an hour is spent. */
  private List<SuiteRow> plan(Request request) throws ConfigException, DataException {
    List<SuiteRow> rows = new ArrayList<>();
    for (SuiteModel model : chosen()) {
      for (String precision : request.precisions()) {
        int batchSize = model.batchSize(request.device());
        Overrides overrides =
            request
                .overrides()
                .and("--precision", "PRECISION", precision)
                .and("--batch-size", "DATA.BATCH_SIZE", request.batchSize().orElse("" + batchSize));
        ExperimentConfig config =
            new ConfigLoader().load(model.config(), overrides).forPretraining().orThrow();
        for (Work work : request.works()) {
          rows.add(
              new SuiteRow(
                  model,
                  work,
                  config.precision(),
                  config.data().batchSize(),
                  scriptOf(model, config.precision())));
        }
      }
    }
    if (torchScripts != null && rows.stream().allMatch(row -> row.torchScript().isEmpty())) {
      String wanted =
          rows.stream()
              .map(row -> row.model().torchScript(row.precision()))
              .distinct()
              .collect(Collectors.joining(", "));
      throw new DataException(
          "The folder '%s' holds none of the TorchScript files %s."
              .formatted(torchScripts, wanted));
    }
    return rows;
  }

  private List<SuiteModel> chosen() {
    for (String name : models) {
      if (!SuiteModel.labels().contains(name)) {
        throw wrong(
            "--models: '%s' is none of %s."
                .formatted(name, String.join(", ", SuiteModel.labels())));
      }
    }
    return models.isEmpty()
        ? List.of(SuiteModel.values())
        : models.stream().map(SuiteModel::of).toList();
  }

  private Optional<Path> scriptOf(SuiteModel model, Precision precision) {
    return Optional.ofNullable(torchScripts)
        .map(folder -> folder.resolve(model.torchScript(precision)))
        .filter(Files::isRegularFile);
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
