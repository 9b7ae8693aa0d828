package io.simmim.workbench.experiment;

import io.simmim.core.config.ConfigWriter;
import io.simmim.core.data.ImageFolder;
import io.simmim.core.run.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The experiment being set up: ties its configuration, images, plan and launch together. */
public final class ExperimentViewModel {

  private static final String PROGRAM = "simmim";

  private final PresetsViewModel presets;
  private final ConfigDocument document;
  private final DataViewModel data;
  private final PlanViewModel plan;
  private final LaunchViewModel launch;
  private final ExperimentLaunch starter;

  public ExperimentViewModel(
      PresetsViewModel presets,
      ConfigDocument document,
      DataViewModel data,
      PlanViewModel plan,
      LaunchViewModel launch,
      ExperimentLaunch starter) {
    this.presets = presets;
    this.document = document;
    this.data = data;
    this.plan = plan;
    this.launch = launch;
    this.starter = starter;
    document.readingProperty().addListener((p, old, now) -> update());
    data.imagesProperty().addListener((p, old, now) -> update());
    update();
  }

  public PresetsViewModel presets() {
    return presets;
  }

  public ConfigDocument document() {
    return document;
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

  /** Takes over which runs exist, so that none is overwritten. */
  public void updateTaken(Set<RunFolder> folders) {
    launch.updateTaken(folders);
  }

  /** Starts the training, if nothing is in its way. */
  public void start() {
    if (launch.isReady()) {
      starter.launch(
          launch, ConfigWriter.toYaml(document.readingProperty().get().config().orElseThrow()));
    }
  }

  /** What to type in a shell for the same run; empty while it cannot be launched. */
  public String commandLine() {
    if (!launch.isReady()) {
      return "";
    }
    Reading reading = document.readingProperty().get();
    List<String> options = new ArrayList<>();
    reading
        .values()
        .differencesFrom(reading.opened())
        .forEach((key, value) -> options.addAll(List.of(key, FormValues.text(value))));
    Path source = document.sourceProperty().get();
    return launch.command().with(source, options).shellLine(PROGRAM);
  }

  private void update() {
    Reading reading = document.readingProperty().get();
    Optional<ImageFolder> images = data.imagesProperty().get();
    plan.update(reading.config(), images);
    boolean enough = plan.planProperty().get().filter(p -> p.stepsPerEpoch() > 0).isPresent();
    Path folder = Path.of(data.folderProperty().get().strip());
    launch.update(reading.config(), images.map(i -> folder.toAbsolutePath()), enough);
  }
}
