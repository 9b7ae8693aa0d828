package io.simmim.workbench.sweep;

import io.simmim.core.config.ConfigKey;
import io.simmim.core.config.ConfigSchema;
import io.simmim.core.config.ConfigWriter;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.sweep.Sweep;
import io.simmim.workbench.experiment.ExperimentViewModel;
import io.simmim.workbench.experiment.FormValues;
import io.simmim.workbench.experiment.RelevantKeys;
import io.simmim.workbench.fx.Latest;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.launch.StageCommand;
import io.simmim.workbench.sweep.SweptRun.Fate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
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
import javafx.collections.ObservableList;

/** A sweep over the experiment that is set up: which keys, which values, which runs come of it. */
public final class SweepViewModel {

  /** With which the labels of all sweeps begin. */
  public static final String LABEL = "sweep-";

  private final ExperimentViewModel experiment;
  private final SweepSubmission submission;
  private final BiFunction<RunStage, String, Optional<MeasuredSpeed>> speeds;
  private final AxisRows rows = new AxisRows(this::proposal, this::update);
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final BooleanProperty leaveOut = new SimpleBooleanProperty(this, "leaveOut", true);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyObjectWrapper<SweepPreview> preview =
      new ReadOnlyObjectWrapper<>(this, "preview", SweepPreview.NONE);
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
  private final Latest<SweepDraft> checking;
  private Optional<SweepDraft> shown = Optional.empty();
  private SweepDraft newest;
  private String suggestedName = "";

  /**
   * @param background checks the combinations
   * @param toolkit takes them over
   * @param speeds how fast a stage of that MODEL.NAME is or was, where it was ever measured
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
    rows.retain(keys());
    if (rows.all().isEmpty()) {
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
    return rows.all();
  }

  /** Another key, still to be chosen. */
  public AxisRow addRow() {
    return rows.add();
  }

  /** Another key, with values to begin with: that of now, or three seeds. */
  public AxisRow addRow(ConfigKey key) {
    return rows.add(key);
  }

  public void removeRow(AxisRow row) {
    rows.remove(row);
  }

  /** Whether a key is in the sweep already. */
  public boolean has(ConfigKey key) {
    return rows.has(key);
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

  private String proposal(ConfigKey key) {
    if (key.path().equals(OftenSwept.SEED)) {
      return OftenSwept.SEEDS;
    }
    ExperimentConfig now = experiment.document().readingProperty().get().draft();
    return FormValues.text(now.values().get(key.path()));
  }

  private void update() {
    if (!open.get()) {
      return;
    }
    rows.review();
    suggestName();
    Optional<Sweep> sweep = rows.sweep();
    String tag = experiment.launch().tagProperty().get().strip();
    String missing =
        SweepObjections.toRuns(experiment.launch().missing(), tag, sweep, rows.anyFaulty());
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
            tag,
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
    shown = of;
    summarize();
    review();
  }

  /** Says anew how long the runs take; for when a speed became known. */
  public void summarize() {
    summary.set(shown.map(draft -> SweepWords.summary(preview.get(), speed(draft))).orElse(""));
  }

  private Optional<MeasuredSpeed> speed(SweepDraft draft) {
    return speeds.apply(draft.stage(), draft.config().model().name());
  }

  private void suggestName() {
    if (name.get().isBlank() || name.get().equals(suggestedName)) {
      suggestedName = rows.suggestedName();
      name.set(suggestedName);
    }
  }

  private void review() {
    problem.set(SweepObjections.toSubmitting(preview.get(), leaveOut.get(), name.get().strip()));
  }
}
