package io.simmim.workbench;

import io.simmim.core.run.RunFolder;
import io.simmim.workbench.compare.ComparePage;
import io.simmim.workbench.experiment.MeasureViewModel;
import io.simmim.workbench.fx.Lazily;
import io.simmim.workbench.fx.NumbersInNames;
import io.simmim.workbench.launch.QueueDoor;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.runs.RunRow;
import io.simmim.workbench.runs.RunsViewModel;
import io.simmim.workbench.shell.Command;
import io.simmim.workbench.shell.Dialogs;
import io.simmim.workbench.shell.Notice;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.shell.ShellViewModel;
import io.simmim.workbench.sweep.MeasuredSpeed;
import io.simmim.workbench.sweep.SweepSheet;
import io.simmim.workbench.sweep.SweepSubmission;
import io.simmim.workbench.sweep.SweepViewModel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.layout.StackPane;

/** Sweeps: from the page Experiment into the queue, and from there to their heat map. */
final class SweepDesk {

  private static final String MEASURED = "the measurement";

  private final ShellViewModel shell;
  private final Dialogs dialogs;
  private final RunsViewModel runs;
  private final Supplier<ComparePage> compare;
  private final MeasureViewModel measuring;
  private final SweepViewModel model;
  private final Lazily<SweepSheet> sheet;
  private StackPane under = new StackPane();

  SweepDesk(
      Executor background,
      Executor toolkit,
      ShellViewModel shell,
      Dialogs dialogs,
      ExperimentCorner experiments,
      RunsViewModel runs,
      Supplier<ComparePage> compare,
      QueueDoor queue) {
    this.shell = shell;
    this.dialogs = dialogs;
    this.runs = runs;
    this.compare = compare;
    this.measuring = experiments.measuring();
    SweepSubmission submission =
        new SweepSubmission(
            background,
            toolkit,
            queue,
            order -> show(order.label(), order.folders()),
            e -> shell.tell(Notice.failed(e.getMessage(), e.toString())));
    model = new SweepViewModel(experiments.model(), background, toolkit, submission, this::speed);
    measuring.stateProperty().addListener((p, old, now) -> model.summarize());
    sheet = new Lazily<>(() -> new SweepSheet(model, this::copy));
  }

  SweepViewModel model() {
    return model;
  }

  /**
   * @param page that the sheet lies over once it is opened
   */
  void layOver(StackPane page) {
    under = page;
  }

  void open() {
    shell.open(PageId.EXPERIMENT);
    SweepSheet over = sheet.get();
    if (!under.getChildren().contains(over)) {
      under.getChildren().add(over);
      over.applyCss();
    }
    model.open();
  }

  /** With the sweep open its runs are meant; else does something else. */
  void submitOr(Runnable otherwise) {
    if (model.openProperty().get()) {
      model.submit();
    } else {
      otherwise.run();
    }
  }

  /** With the sweep open its commands are meant; else does something else. */
  void copyOr(Runnable otherwise) {
    if (model.openProperty().get()) {
      copy();
    } else {
      otherwise.run();
    }
  }

  /** One command for each sweep among the runs. */
  List<Command> commands() {
    return runsAndQueue()
        .flatMap(row -> row.notes().labels().stream())
        .filter(label -> label.startsWith(SweepViewModel.LABEL))
        .distinct()
        .map(label -> Command.of("Show " + label, PageId.RUNS.title(), () -> show(label)))
        .toList();
  }

  private void copy() {
    String lines = model.commandLines();
    if (!lines.isEmpty()) {
      dialogs.copy(lines);
      shell.tell(Notice.done("The commands are on the clipboard, one a line."));
    }
  }

  /** Compares the runs with that label. */
  void show(String label) {
    show(
        label,
        runsAndQueue()
            .filter(row -> row.notes().labels().contains(label))
            .map(RunRow::folder)
            .sorted(Comparator.comparing(run -> run.path().toString(), new NumbersInNames()))
            .toList());
  }

  /** The table of runs shows the sweep only; before it, the runs of the sweep are compared. */
  void show(String label, List<RunFolder> folders) {
    runs.filterProperty().set("label:" + label);
    runs.checked().clear();
    runs.all().stream().map(RunRow::folder).filter(folders::contains).forEach(runs.checked()::add);
    runs.openProperty().set(null);
    runs.comparedProperty().set(folders);
    compare.get().selectTab(ComparePage.HEAT_MAP);
    shell.open(PageId.RUNS);
  }

  private Stream<RunRow> runsAndQueue() {
    return Stream.concat(runs.all().stream(), runs.allQueued().stream());
  }

  /** What was measured for this very configuration, else that of the newest run like it. */
  private Optional<MeasuredSpeed> speed(RunStage stage, String name) {
    return measuring
        .exact()
        .map(estimate -> new MeasuredSpeed(estimate.steps().imagesPerSecond(), MEASURED))
        .or(() -> speedOfRun(stage, name));
  }

  private Optional<MeasuredSpeed> speedOfRun(RunStage stage, String name) {
    return runs.all().stream()
        .filter(row -> row.name().equals(name) && row.stage().filter(stage::equals).isPresent())
        .flatMap(row -> row.imagesPerSecond().map(s -> new MeasuredSpeed(s, row.tag())).stream())
        .findFirst();
  }
}
