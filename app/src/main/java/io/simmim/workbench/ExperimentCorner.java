package io.simmim.workbench;

import io.simmim.core.run.RunFolder;
import io.simmim.workbench.experiment.CheckpointViewModel;
import io.simmim.workbench.experiment.ConfigDocument;
import io.simmim.workbench.experiment.ConfigFile;
import io.simmim.workbench.experiment.DataViewModel;
import io.simmim.workbench.experiment.EstimateProcess;
import io.simmim.workbench.experiment.ExperimentLaunch;
import io.simmim.workbench.experiment.ExperimentView;
import io.simmim.workbench.experiment.ExperimentViewModel;
import io.simmim.workbench.experiment.LaunchViewModel;
import io.simmim.workbench.experiment.MeasureViewModel;
import io.simmim.workbench.experiment.PlanViewModel;
import io.simmim.workbench.experiment.PresetsViewModel;
import io.simmim.workbench.experiment.Succession;
import io.simmim.workbench.fx.Lazily;
import io.simmim.workbench.fx.Workers;
import io.simmim.workbench.launch.Errands;
import io.simmim.workbench.launch.LaunchFailure;
import io.simmim.workbench.launch.Launcher;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.queue.QueueViewModel;
import io.simmim.workbench.runs.RunRow;
import io.simmim.workbench.runs.RunsViewModel;
import io.simmim.workbench.shell.Dialogs;
import io.simmim.workbench.shell.SettingsStore;
import io.simmim.workbench.shell.ShellViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;

/** Puts the page Experiment together, and remembers what was chosen on it. */
final class ExperimentCorner implements AutoCloseable {

  /** Folder of the configuration that a new user sees first. */
  private static final String FIRST_PRESETS = "demo";

  private final SettingsStore settings;
  private final ExperimentViewModel model;
  private final ExperimentDesk desk;
  private final MeasureViewModel measuring;
  private final Lazily<ExperimentView> view;

  /** What the page leads to. */
  record Ways(
      Consumer<RunFolder> openRun,
      BiConsumer<RunFolder, LaunchFailure> failed,
      Runnable chooseRunsFolder,
      Runnable sweep) {}

  ExperimentCorner(
      Executor background,
      Executor pictures,
      Executor toolkit,
      Places places,
      SettingsStore settings,
      ShellViewModel shell,
      Dialogs dialogs,
      Launcher launcher,
      Errands errands,
      Succession succession,
      RunsViewModel runs,
      QueueDesk queue,
      Ways ways) {
    this.settings = settings;
    model =
        new ExperimentViewModel(
            new PresetsViewModel(background, toolkit, places.configs(), places.myConfigs()),
            new ConfigDocument(background, toolkit, System::currentTimeMillis),
            new CheckpointViewModel(Workers.threadPerTask("checkpoint"), toolkit),
            new DataViewModel(Workers.threadPerTask("data"), toolkit, settings.get().dataFolder()),
            new PlanViewModel(pictures, toolkit),
            new LaunchViewModel(runs.workspaceProperty().get()),
            new ExperimentLaunch(background, toolkit, launcher, ways.openRun(), ways.failed()));
    desk =
        new ExperimentDesk(
            background,
            toolkit,
            dialogs,
            settings,
            succession,
            shell::tell,
            ways.chooseRunsFolder(),
            ways.sweep(),
            queue,
            model);
    measuring = new MeasureViewModel(model, new EstimateProcess(errands));
    view = new Lazily<>(() -> new ExperimentView(model, measuring, desk));
    connect(runs, queue.model());
  }

  ExperimentViewModel model() {
    return model;
  }

  MeasureViewModel measuring() {
    return measuring;
  }

  ExperimentDesk desk() {
    return desk;
  }

  ExperimentView view() {
    return view.get();
  }

  /** Gives up a measurement; runs go on. */
  @Override
  public void close() {
    measuring.cancel();
  }

  private void connect(RunsViewModel runs, QueueViewModel queue) {
    model.launch().outputProperty().bind(runs.workspaceProperty());
    runs.shown().addListener((ListChangeListener<RunRow>) change -> updateTaken(runs, queue));
    queue.foldersProperty().addListener(p -> updateTaken(runs, queue));
    model
        .data()
        .imagesProperty()
        .addListener((p, old, now) -> now.ifPresent(images -> rememberData()));
    model.presets().presets().addListener((ListChangeListener<Object>) c -> openFirst());
  }

  /** A run that waits will have its folder. */
  private void updateTaken(RunsViewModel runs, QueueViewModel queue) {
    Set<RunFolder> taken = runs.all().stream().map(RunRow::folder).collect(Collectors.toSet());
    queue.expectNoMore(taken);
    taken.addAll(queue.foldersProperty().get());
    model.updateTaken(taken);
  }

  private void rememberData() {
    settings.update(s -> s.withDataFolder(model.data().folderProperty().get()));
  }

  /** The configuration of last time, else the smallest preset, a pre-training. */
  private void openFirst() {
    boolean untouched = model.document().textProperty().get().isEmpty();
    Path last = Path.of(settings.get().config());
    if (untouched && Files.isRegularFile(last)) {
      desk.open(last);
    } else if (untouched) {
      List<ConfigFile> presets = model.presets().presets();
      presets.stream()
          .filter(ExperimentCorner::isForPretraining)
          .min(Comparator.comparing(file -> !file.group().equals(FIRST_PRESETS)))
          .or(() -> presets.stream().findFirst())
          .ifPresent(file -> desk.open(file.path()));
    }
  }

  private static boolean isForPretraining(ConfigFile file) {
    return RunStage.PRETRAIN.namesFile(file.name());
  }
}
