package io.simmim.workbench.experiment;

import io.simmim.core.config.ConfigWriter;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.launch.QueueDoor;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.launch.StageCommand;
import io.simmim.workbench.launch.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The experiment being set up: ties stage, configuration, checkpoint, images and launch. */
public final class ExperimentViewModel {

  private static final String PROGRAM = "simmim";

  private final PresetsViewModel presets;
  private final ConfigDocument document;
  private final CheckpointViewModel checkpoint;
  private final DataViewModel data;
  private final PlanViewModel plan;
  private final LaunchViewModel launch;
  private final ExperimentLaunch starter;
  private final StringProperty advice = new SimpleStringProperty(this, "advice", "");

  public ExperimentViewModel(
      PresetsViewModel presets,
      ConfigDocument document,
      CheckpointViewModel checkpoint,
      DataViewModel data,
      PlanViewModel plan,
      LaunchViewModel launch,
      ExperimentLaunch starter) {
    this.presets = presets;
    this.document = document;
    this.checkpoint = checkpoint;
    this.data = data;
    this.plan = plan;
    this.launch = launch;
    this.starter = starter;
    document.stageProperty().addListener((p, old, now) -> changeStage(now));
    document.readingProperty().addListener((p, old, now) -> update());
    checkpoint.usableProperty().addListener((p, old, now) -> update());
    checkpoint.fileProperty().addListener((p, old, now) -> update());
    checkpoint.partlyProperty().addListener((p, old, now) -> update());
    data.imagesProperty().addListener((p, old, now) -> update());
    update();
  }

  /** What is to be launched. */
  public ObjectProperty<RunStage> stageProperty() {
    return document.stageProperty();
  }

  public PresetsViewModel presets() {
    return presets;
  }

  public ConfigDocument document() {
    return document;
  }

  public CheckpointViewModel checkpoint() {
    return checkpoint;
  }

  public DataViewModel data() {
    return data;
  }

  public PlanViewModel plan() {
    return plan;
  }

  public LaunchViewModel launch() {
    return launch;
  }

  /** Why the configuration was proposed, in one sentence; empty for one that the user chose. */
  public StringProperty adviceProperty() {
    return advice;
  }

  /** Whether the opened configuration, untouched, is one for another stage. */
  public boolean suggestsAnotherStage() {
    Reading reading = document.readingProperty().get();
    String name = document.sourceProperty().get().getFileName().toString();
    // That of a run is named after nothing, but has the name of the model's folder.
    String model = reading.values().get("MODEL.NAME") + "__";
    return reading.values().equals(reading.opened()) && (isForAnother(name) || isForAnother(model));
  }

  private boolean isForAnother(String name) {
    RunStage now = stageProperty().get();
    return RunStage.forFile(name, now) != now;
  }

  /** Opens a configuration that was read from a file, for the stage that its name says. */
  public void open(Path file, String yaml) {
    advice.set("");
    stageProperty().set(RunStage.forFile(file.getFileName().toString(), stageProperty().get()));
    document.open(file, yaml);
  }

  /** Sets up what another page asks for. */
  public void take(ExperimentOrder order) {
    advice.set("");
    launch.suggestTagAnew();
    stageProperty().set(order.stage());
    document.open(order.config(), order.yaml(), order.changes());
    checkpoint.fileProperty().set(order.checkpoint().toString());
    order.data().ifPresent(folder -> data.folderProperty().set(folder.toString()));
  }

  /** Takes over which runs exist, so that none is overwritten. */
  public void updateTaken(Set<RunFolder> folders) {
    launch.updateTaken(folders);
  }

  /** Starts what is set up, if nothing is in its way. */
  public void start() {
    if (launch.isReady()) {
      starter.launch(launch, ConfigWriter.toYaml(withoutWeights()));
    }
  }

  /** Lets what is set up wait for its device, if nothing is in its way. */
  public void addTo(QueueDoor queue) {
    if (launch.isReady()) {
      queue.add(List.of(launch.command()), ConfigWriter.toYaml(withoutWeights()), Optional.empty());
    }
  }

  /** What to type in a shell for the same run; empty while it cannot be launched. */
  public String commandLine() {
    return launch.isReady() ? commandLine(withoutWeights(), launch.command()) : "";
  }

  /** What to type in a shell for a run with that configuration. */
  public String commandLine(ExperimentConfig config, StageCommand command) {
    List<String> options = new ArrayList<>();
    config
        .values()
        .differencesFrom(document.readingProperty().get().opened())
        .forEach((key, value) -> options.addAll(List.of(key, FormValues.text(value))));
    return command.with(document.sourceProperty().get(), options).shellLine(PROGRAM);
  }

  /** The configuration as it would be launched; empty while it has faults. */
  public Optional<ExperimentConfig> launchConfig() {
    return document.readingProperty().get().config().map(config -> withoutWeights());
  }

  /** The images as the stage sees them; empty while they are not counted. */
  public Optional<DataSet> images() {
    // They, too, may still be those of the stage before.
    RunStage stage = document.readingProperty().get().stage();
    return data.imagesProperty().get().filter(set -> set.stage() == stage);
  }

  /** The same run by the official scripts; empty while it cannot be launched. */
  public Optional<OfficialCommand> officialCommand() {
    if (!launch.isReady()) {
      return Optional.empty();
    }
    StageCommand ours = launch.command().with(document.sourceProperty().get(), List.of());
    return Optional.of(
        new OfficialScript(
                ours,
                withoutWeights(),
                document.readingProperty().get().opened(),
                data.imagesProperty().get().filter(set -> set.stage() == ours.stage()))
            .command());
  }

  /** The page says which checkpoint to begin with, whatever the configuration says. */
  private ExperimentConfig withoutWeights() {
    ExperimentConfig config = document.readingProperty().get().config().orElseThrow();
    return config.with("PRETRAINED", "").with("MODEL.RESUME", "");
  }

  private void changeStage(RunStage now) {
    checkpoint.setStage(now);
    data.setStage(now);
  }

  private void update() {
    Reading reading = document.readingProperty().get();
    RunStage stage = reading.stage();
    Optional<DataSet> images = images();
    plan.update(stage, reading.config(), images);
    Path folder = Path.of(data.folderProperty().get().strip());
    launch.update(
        new SetUp(
            stage,
            reading.config(),
            images.map(set -> folder.toAbsolutePath()),
            weights(stage),
            stage.classifies() && checkpoint.isUnsettled(),
            plan.planProperty().get().map(Plan::shortage).orElse("")));
  }

  private Optional<Weights> weights(RunStage stage) {
    Optional<Path> file = checkpoint.usableProperty().get();
    return switch (stage) {
      case FINETUNE -> file.map(f -> Weights.pretrained(f, checkpoint.partlyProperty().get()));
      case EVALUATE -> file.map(Weights::resumed);
      case PRETRAIN, THROUGHPUT -> Optional.empty();
    };
  }
}
