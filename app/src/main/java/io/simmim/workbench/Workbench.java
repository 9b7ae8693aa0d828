package io.simmim.workbench;

import io.simmim.core.run.RunFolder;
import io.simmim.workbench.checkpoint.CheckpointPage;
import io.simmim.workbench.checkpoint.CheckpointPageViewModel;
import io.simmim.workbench.compare.CompareViewModel;
import io.simmim.workbench.experiment.CheckpointViewModel;
import io.simmim.workbench.experiment.ConfigDocument;
import io.simmim.workbench.experiment.ConfigFile;
import io.simmim.workbench.experiment.DataViewModel;
import io.simmim.workbench.experiment.Devices;
import io.simmim.workbench.experiment.ExperimentLaunch;
import io.simmim.workbench.experiment.ExperimentView;
import io.simmim.workbench.experiment.ExperimentViewModel;
import io.simmim.workbench.experiment.LaunchViewModel;
import io.simmim.workbench.experiment.PlanViewModel;
import io.simmim.workbench.experiment.PresetsViewModel;
import io.simmim.workbench.experiment.Succession;
import io.simmim.workbench.fx.Fonts;
import io.simmim.workbench.fx.FxThread;
import io.simmim.workbench.fx.Workers;
import io.simmim.workbench.launch.JavaProgram;
import io.simmim.workbench.launch.Launcher;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.masks.MasksViewModel;
import io.simmim.workbench.picture.PictureLoader;
import io.simmim.workbench.runs.RunControl;
import io.simmim.workbench.runs.RunRow;
import io.simmim.workbench.runs.RunViewModel;
import io.simmim.workbench.runs.RunsPage;
import io.simmim.workbench.runs.RunsViewModel;
import io.simmim.workbench.shell.Dialogs;
import io.simmim.workbench.shell.FileDrop;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.shell.SettingsStore;
import io.simmim.workbench.shell.ShellView;
import io.simmim.workbench.shell.ShellViewModel;
import io.simmim.workbench.shell.Shortcut;
import io.simmim.workbench.shell.StatusBar;
import io.simmim.workbench.start.StartView;
import io.simmim.workbench.start.StartViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts the window together, by hand: every part is given what it needs here. */
public final class Workbench implements AutoCloseable {

  private static final int LEAST_WIDTH = 1280;
  private static final int LEAST_HEIGHT = 720;

  /** Folder of the configuration that a new user sees first. */
  private static final String FIRST_PRESETS = "demo";

  private final FxThread toolkit = new FxThread();
  private final ScheduledExecutorService background = Workers.single("background");
  private final ScheduledExecutorService pictures = Workers.single("pictures");
  private final Stage stage;
  private final Places places;
  private final SettingsStore settings;
  private final ShellViewModel shell;
  private final Dialogs dialogs;
  private final RunsViewModel runs;
  private final RunViewModel openRun = new RunViewModel();
  private final RunsPage runsPage;
  private final RunEnds ends;
  private final RunsDesk runsDesk;
  private final FigureDesk figures;
  private final CompareDesk compareDesk;
  private final RunsTableDesk tableDesk;
  private final ExperimentViewModel experiment;
  private final ExperimentDesk experimentDesk;
  private final ExperimentView experimentView;
  private final CheckpointCorner checkpoints;
  private final CheckpointDesk checkpointDesk;
  private final MasksDesk masksDesk;
  private final StartViewModel start;
  private final StartDesk startDesk;
  private final DataDesk dataDesk;

  /**
   * @param showDocument opens an address with the program that the system has for it
   */
  public Workbench(Stage stage, Places places, Consumer<String> showDocument) {
    Fonts.register();
    this.stage = stage;
    this.places = places;
    settings = new SettingsStore(places.settings());
    shell = new ShellViewModel(settings);
    dialogs = new Dialogs(stage);
    Launcher launcher = new Launcher(JavaProgram.training());
    String runsFolder = settings.get().runsFolder();
    runs = new RunsViewModel(runsFolder.isEmpty() ? places.defaultRuns() : Path.of(runsFolder));
    ends = new RunEnds(shell, runs, this::openRun);
    RunControl control =
        new RunControl(background, toolkit, launcher, openRun, shell::tell, showDocument);
    PictureLoader loader = new PictureLoader(pictures, toolkit);
    experiment = experiment(launcher);
    Succession succession = new Succession(List.of(places.myConfigs(), places.configs()));
    NextSteps next =
        new NextSteps(
            background, toolkit, shell, experiment, succession, file -> openCheckpoint(file));
    checkpoints = new CheckpointCorner(settings, toolkit, launcher, experiment, pictures);
    checkpointDesk =
        new CheckpointDesk(
            dialogs,
            shell,
            next,
            checkpoints.model(),
            new ConversionDesk(
                Workers.threadPerTask("convert"),
                toolkit,
                launcher,
                dialogs,
                shell::tell,
                checkpoints.model().conversion()),
            runs.workspaceProperty()::get,
            () -> Path.of(experiment.data().folderProperty().get()).toAbsolutePath());
    figures = new FigureDesk(dialogs, shell, runs.workspaceProperty()::get);
    compareDesk = new CompareDesk(runs, toolkit, new PictureLoader(pictures, toolkit), figures);
    tableDesk =
        new RunsTableDesk(
            background, toolkit, dialogs, settings, runs, this::chooseRunsFolder, shell::tell);
    runsPage =
        new RunsPage(runs, openRun, control, next, loader, figures, tableDesk, compareDesk.page());
    runsDesk = new RunsDesk(runs, openRun, runsPage, toolkit, ends::ended);
    experimentDesk =
        new ExperimentDesk(
            background,
            toolkit,
            dialogs,
            settings,
            succession,
            shell::tell,
            this::chooseRunsFolder,
            experiment);
    experimentView = new ExperimentView(experiment, experimentDesk);
    masksDesk = new MasksDesk(toolkit, dialogs, settings, runs, places.demo(), shell::tell);
    start = new StartViewModel(background, toolkit, masksDesk.demo().isPresent());
    startDesk =
        new StartDesk(
            toolkit, places, dialogs, shell, experiment, masksDesk, checkpointDesk, runs, start);
    dataDesk = new DataDesk(toolkit, dialogs, settings, shell, experiment, this::exploreMasks);
    connect();
  }

  /** Opens the window and begins to watch the runs. */
  public void show() {
    List<Shortcut> keys = new ArrayList<>();
    CheckpointPage checkpointPage = checkpoints.page(checkpointDesk, figures);
    shell.themeProperty().subscribe(checkpointPage::setTheme);
    ShellView view =
        new ShellView(
            shell,
            Map.of(
                PageId.START,
                new StartView(start, startDesk, pictures, toolkit),
                PageId.EXPERIMENT,
                experimentView,
                PageId.RUNS,
                runsPage,
                PageId.MASKS,
                masksDesk.view(),
                PageId.CHECKPOINT,
                checkpointPage,
                PageId.DATA,
                dataDesk.view()),
            Map.of(PageId.RUNS, runs.runningProperty()),
            new StatusBar(runsDesk.statusBar(), this::openJob),
            keys,
            commands()::now);
    keys.addAll(
        Keys.everywhere(
            shell, view::toggleHelp, this::chooseRunsFolder, checkpointDesk::chooseFile));
    keys.addAll(Keys.start(startDesk));
    keys.addAll(Keys.experiment(experiment, experimentView, experimentDesk));
    keys.addAll(Keys.runs(runsPage));
    keys.addAll(Keys.checkpoint(checkpoints.model(), checkpointPage));
    DropDesk drops = new DropDesk(shell, checkpointDesk, masksDesk, tableDesk::importFrom);
    view.accept(new FileDrop(drops::hint, drops::drop));
    keys.addAll(Keys.masks(masksDesk.model(), masksDesk.view(), masksDesk));
    keys.addAll(Keys.data(dataDesk.model(), dataDesk.sight(), dataDesk.view(), dataDesk));
    // Remembered on a larger screen, perhaps; no window manager is sure to make it fit.
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    double width = Math.min(settings.get().width(), screen.getWidth());
    double height = Math.min(settings.get().height(), screen.getHeight());
    stage.setScene(view.scene(width, height));
    stage.setTitle("SimMIM Workbench");
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setMaximized(settings.get().maximized());
    stage.show();
    runsDesk.start();
    experiment.presets().refresh();
    checkpoints.openLast();
    background.execute(this::findDevices);
  }

  private CommandList commands() {
    return new CommandList(
        shell,
        startDesk,
        experiment,
        experimentDesk,
        runs,
        checkpoints.model(),
        checkpointDesk,
        masksDesk);
  }

  @Override
  public void close() {
    settings.update(
        s ->
            stage.isMaximized()
                ? s.withSize(s.width(), s.height(), true)
                : s.withSize(stage.getScene().getWidth(), stage.getScene().getHeight(), false));
    checkpoints.close();
    runsDesk.close();
    compareDesk.close();
    masksDesk.close();
    dataDesk.close();
    background.shutdownNow();
    pictures.shutdownNow();
  }

  ShellViewModel shell() {
    return shell;
  }

  RunsViewModel runs() {
    return runs;
  }

  StartDesk startDesk() {
    return startDesk;
  }

  ExperimentViewModel experiment() {
    return experiment;
  }

  CheckpointPageViewModel checkpoint() {
    return checkpoints.model();
  }

  MasksDesk masksDesk() {
    return masksDesk;
  }

  MasksViewModel masks() {
    return masksDesk.model();
  }

  DataDesk dataDesk() {
    return dataDesk;
  }

  private void exploreMasks(Path picture) {
    shell.open(PageId.MASKS);
    masksDesk.take(picture);
  }

  private void openCheckpoint(Path file) {
    checkpointDesk.open(file);
  }

  private ExperimentViewModel experiment(Launcher launcher) {
    return new ExperimentViewModel(
        new PresetsViewModel(background, toolkit, places.configs(), places.myConfigs()),
        new ConfigDocument(background, toolkit, System::currentTimeMillis),
        new CheckpointViewModel(Workers.threadPerTask("checkpoint"), toolkit),
        new DataViewModel(Workers.threadPerTask("data"), toolkit, settings.get().dataFolder()),
        new PlanViewModel(pictures, toolkit),
        new LaunchViewModel(runs.workspaceProperty().get()),
        new ExperimentLaunch(background, toolkit, launcher, this::openRun, ends::failed));
  }

  private void connect() {
    shell
        .themeProperty()
        .subscribe(
            theme -> {
              runsPage.setColors(theme.chartColors());
              compareDesk.page().setColors(theme.chartColors());
              experimentView.setColors(theme.chartColors());
              masksDesk.view().setColors(theme.chartColors());
            });
    shell.pageProperty().subscribe(page -> masksDesk.shownIf(page == PageId.MASKS));
    shell.pageProperty().subscribe(page -> dataDesk.shownIf(page == PageId.DATA));
    experiment.launch().outputProperty().bind(runs.workspaceProperty());
    runs.shown()
        .addListener(
            (ListChangeListener<RunRow>)
                change ->
                    experiment.updateTaken(
                        runs.all().stream().map(RunRow::folder).collect(Collectors.toSet())));
    experiment
        .data()
        .imagesProperty()
        .addListener((p, old, now) -> now.ifPresent(images -> rememberData()));
    experiment.presets().presets().addListener((ListChangeListener<Object>) c -> openFirst());
  }

  /** The configuration of last time, else the smallest preset, a pre-training. */
  private void openFirst() {
    boolean untouched = experiment.document().textProperty().get().isEmpty();
    Path last = Path.of(settings.get().config());
    if (untouched && Files.isRegularFile(last)) {
      experimentDesk.open(last);
    } else if (untouched) {
      List<ConfigFile> presets = experiment.presets().presets();
      presets.stream()
          .filter(Workbench::isForPretraining)
          .min(Comparator.comparing(file -> !file.group().equals(FIRST_PRESETS)))
          .or(() -> presets.stream().findFirst())
          .ifPresent(file -> experimentDesk.open(file.path()));
    }
  }

  private static boolean isForPretraining(ConfigFile file) {
    return RunStage.PRETRAIN.namesFile(file.name());
  }

  private void rememberData() {
    settings.update(s -> s.withDataFolder(experiment.data().folderProperty().get()));
  }

  private void chooseRunsFolder() {
    dialogs
        .folder("Folder of runs", runs.workspaceProperty().get())
        .ifPresent(
            folder -> {
              runs.workspaceProperty().set(folder);
              settings.update(s -> s.withRunsFolder(folder.toString()));
            });
  }

  CompareViewModel compare() {
    return compareDesk.model();
  }

  RunsTableDesk tableDesk() {
    return tableDesk;
  }

  private void openRun(RunFolder folder) {
    runs.openProperty().set(folder);
    shell.open(PageId.RUNS);
  }

  private void openJob() {
    runsDesk.job().ifPresent(this::openRun);
  }

  private void findDevices() {
    Devices found = Devices.find();
    toolkit.execute(
        () -> {
          shell.setDevice(found.words());
          start.setDevices(found.names().size() - 1, found.words());
          experiment.launch().devices().setAll(found.names());
          experiment.launch().deviceProperty().set(found.names().get(found.names().size() - 1));
        });
  }
}
