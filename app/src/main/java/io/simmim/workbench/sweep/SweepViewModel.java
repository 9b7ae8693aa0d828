package io.simmim.workbench.sweep;

import io.simmim.core.config.ConfigKey;
import io.simmim.core.config.ConfigSchema;
import io.simmim.core.config.ConfigWriter;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.sweep.Sweep;
import io.simmim.core.sweep.SweepAxis;
import io.simmim.workbench.experiment.ExperimentViewModel;
import io.simmim.workbench.experiment.FormValues;
import io.simmim.workbench.experiment.RelevantKeys;
import io.simmim.workbench.fx.Latest;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.launch.StageCommand;
import io.simmim.workbench.sweep.SweptRun.Fate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A sweep over the experiment that is set up: which keys, which values, which runs come of it. */
public final class SweepViewModel {

  /** With which the labels of all sweeps begin. */
  public static final String LABEL = "sweep-";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.+=@-]+");

  private final ExperimentViewModel experiment;
  private final SweepSubmission submission;
  private final BiFunction<RunStage, String, Optional<MeasuredSpeed>> speeds;
  private final ObservableList<AxisRow> rows = FXCollections.observableArrayList();
  private final ObservableList<AxisRow> rowsReadOnly =
      FXCollections.unmodifiableObservableList(rows);
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final BooleanProperty leaveOut = new SimpleBooleanProperty(this, "leaveOut", true);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyObjectWrapper<SweepPreview> preview =
      new ReadOnlyObjectWrapper<>(this, "preview", SweepPreview.NONE);
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
  private final Latest<SweepDraft> checking;
  private SweepDraft newest;
  private String suggestedName = "";

  /**
   * @param background checks the combinations
   * @param toolkit takes them over
   * @param speeds how fast a stage of that MODEL.NAME was, where it was ever measured
   */
  public SweepViewModel(
      ExperimentViewModel experiment,
      Executor background,
      Executor toolkit,
      SweepSubmission submission,
      BiFunction<RunStage, String, Optional<MeasuredSpeed>> speeds) {
    this.experiment = experiment;
    this.submission = submission;
    this.speeds = speeds;
    checking =
        new Latest<>(
            background,
            draft -> {
              SweepPreview made = draft.preview();
              toolkit.execute(() -> take(draft, made));
            });
    leaveOut.addListener((p, old, now) -> review());
    name.addListener((p, old, now) -> review());
    experiment.document().readingProperty().addListener((p, old, now) -> update());
    experiment.launch().tagProperty().addListener((p, old, now) -> update());
    experiment.launch().problemProperty().addListener((p, old, now) -> update());
  }

  /** Shows the sweep; what was typed before and still makes sense is still there. */
  public void open() {
    open.set(true);
    rows.removeIf(
        row -> row.keyProperty().get() != null && !keys().contains(row.keyProperty().get()));
    if (rows.isEmpty()) {
      addRow();
    }
    update();
  }

  public void close() {
    open.set(false);
  }

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** The stage that the runs are for. */
  public RunStage stage() {
    return experiment.stageProperty().get();
  }

  /** The keys that a run of this stage and model reads, in the order of the schema. */
  public List<ConfigKey> keys() {
    ExperimentConfig config = experiment.document().readingProperty().get().draft();
    return ConfigSchema.official().keys().stream()
        .filter(key -> RelevantKeys.matters(key, config.model().type(), stage()))
        .toList();
  }

  /** The keys of the sweep; the runs change the last one fastest. */
  public ObservableList<AxisRow> rows() {
    return rowsReadOnly;
  }

  /** Another key, still to be chosen. */
  public AxisRow addRow() {
    AxisRow row = new AxisRow();
    row.keyProperty().addListener((p, old, now) -> proposeValues(row));
    row.textProperty().addListener((p, old, now) -> update());
    rows.add(row);
    update();
    return row;
  }

  /** Another key, with values to begin with: that of now, or three seeds. */
  public AxisRow addRow(ConfigKey key) {
    rows.stream().filter(AxisRow::isBlank).findFirst().ifPresent(rows::remove);
    AxisRow row = addRow();
    row.keyProperty().set(key);
    return row;
  }

  public void removeRow(AxisRow row) {
    rows.remove(row);
    update();
  }

  /** Whether a key is in the sweep already. */
  public boolean has(ConfigKey key) {
    return rows.stream().anyMatch(row -> key.equals(row.keyProperty().get()));
  }

  /** The name of the sweep; all of its runs get the label {@code sweep-<name>}. */
  public StringProperty nameProperty() {
    return name;
  }

  /** Whether impossible combinations are left out; else there is no sweep while there are any. */
  public BooleanProperty leaveOutProperty() {
    return leaveOut;
  }

  /** The runs; follows what is typed after a moment. */
  public ReadOnlyObjectProperty<SweepPreview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /** How many combinations, how many steps, how long; empty while there are no runs. */
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** Why the runs cannot be made yet, and what to do; empty when they can. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Has the runs wait for their turn, if nothing is in the way. */
  public void submit() {
    if (open.get() && problem.get().isEmpty()) {
      submission.submit(order());
      close();
    }
  }

  /** The lines for a shell that train the same, one a run; empty while there are none. */
  public String commandLines() {
    return preview.get().ready().stream()
        .map(run -> experiment.commandLine(run.run().config(), command(run)))
        .collect(Collectors.joining("\n"));
  }

  private SweepOrder order() {
    SweepPreview now = preview.get();
    return new SweepOrder(
        LABEL + name.get().strip(),
        ConfigWriter.toYaml(experiment.launchConfig().orElseThrow()),
        now.ready().stream()
            .map(
                run ->
                    new SweepOrder.Run(
                        command(run), run.folder(), ConfigWriter.toYaml(run.run().config())))
            .toList(),
        now.runs().stream()
            .filter(run -> run.fate() == Fate.EXISTS)
            .map(SweptRun::folder)
            .toList());
  }

  private StageCommand command(SweptRun run) {
    StageCommand plain =
        experiment.launch().command(run.run().config().model().name(), run.run().tag());
    return plain.with(plain.config(), run.run().point().options());
  }

  private void proposeValues(AxisRow row) {
    ConfigKey key = row.keyProperty().get();
    if (key != null && row.textProperty().get().isBlank()) {
      Object now = experiment.document().readingProperty().get().draft().values().get(key.path());
      row.textProperty()
          .set(key.path().equals(OftenSwept.SEED) ? OftenSwept.SEEDS : FormValues.text(now));
    }
    update();
  }

  private void update() {
    if (!open.get()) {
      return;
    }
    Set<ConfigKey> above = new HashSet<>();
    for (AxisRow row : rows) {
      ConfigKey key = row.keyProperty().get();
      row.review(key != null && !above.add(key));
    }
    suggestName();
    Optional<Sweep> sweep = sweep();
    String missing = missing(sweep);
    if (!missing.isEmpty()) {
      newest = null;
      show(Optional.empty(), SweepPreview.without(missing));
      return;
    }
    newest =
        new SweepDraft(
            stage(),
            experiment.launchConfig().orElseThrow(),
            sweep.orElseThrow(),
            experiment.launch().tagProperty().get().strip(),
            experiment.images(),
            experiment.launch().outputProperty().get());
    checking.offer(newest);
  }

  private void take(SweepDraft of, SweepPreview made) {
    if (of.equals(newest)) {
      show(Optional.of(of), made);
    }
  }

  private void show(Optional<SweepDraft> of, SweepPreview made) {
    preview.set(made);
    summary.set(of.map(draft -> SweepWords.summary(made, speed(draft))).orElse(""));
    review();
  }

  private Optional<MeasuredSpeed> speed(SweepDraft draft) {
    return speeds.apply(draft.stage(), draft.config().model().name());
  }

  private Optional<Sweep> sweep() {
    List<SweepAxis> axes = rows.stream().flatMap(row -> row.axis().stream()).toList();
    boolean complete = axes.size() == rows.stream().filter(row -> !row.isBlank()).count();
    return complete && !axes.isEmpty() ? Optional.of(new Sweep(axes)) : Optional.empty();
  }

  private String missing(Optional<Sweep> sweep) {
    if (experiment.launchConfig().isEmpty() || !experiment.launch().missing().isEmpty()) {
      return experiment.launch().missing();
    }
    if (!NAME.matcher(experiment.launch().tagProperty().get().strip()).matches()) {
      return "Give the experiment a tag of letters, digits and . _ - + = @";
    }
    if (sweep.isEmpty()) {
      boolean faulty = rows.stream().anyMatch(row -> !row.problemProperty().get().isEmpty());
      return faulty ? "Correct the marked values." : "Choose a key and type its values.";
    }
    return sweep.get().size() > SweepPreview.MOST_RUNS
        ? "These are %,d runs; take fewer values, at most %d runs go into one sweep."
            .formatted(sweep.get().size(), SweepPreview.MOST_RUNS)
        : "";
  }

  private void suggestName() {
    if (!name.get().isBlank() && !name.get().equals(suggestedName)) {
      return;
    }
    suggestedName =
        rows.stream()
            .flatMap(row -> row.axis().stream())
            .map(axis -> axis.key().path().replaceFirst(".*\\.", "").toLowerCase(Locale.ROOT))
            .distinct()
            .collect(Collectors.joining("-x-"));
    name.set(suggestedName);
  }

  private void review() {
    problem.set(findProblem());
  }

  private String findProblem() {
    SweepPreview now = preview.get();
    if (!now.problem().isEmpty()) {
      return now.problem();
    }
    if (!leaveOut.get() && now.impossible() > 0) {
      return "Some combinations are impossible; change the values, or leave these out.";
    }
    if (now.ready().isEmpty()) {
      return now.existing() > 0
          ? "All of these runs are there already; choose other values or another tag."
          : "None of these combinations is possible; change the values.";
    }
    return NAME.matcher(name.get().strip()).matches()
        ? ""
        : "Give the sweep a name of letters, digits and . _ - + = @";
  }
}
