package io.simmim.workbench;

import io.simmim.core.process.JavaProgram;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.checkpoint.CheckpointPage;
import io.simmim.workbench.checkpoint.CheckpointPageViewModel;
import io.simmim.workbench.compare.CompareViewModel;
import io.simmim.workbench.experiment.Devices;
import io.simmim.workbench.experiment.ExperimentViewModel;
import io.simmim.workbench.experiment.MeasureViewModel;
import io.simmim.workbench.experiment.Succession;
import io.simmim.workbench.fx.Fonts;
import io.simmim.workbench.fx.FxThread;
import io.simmim.workbench.fx.Lazily;
import io.simmim.workbench.fx.Workers;
import io.simmim.workbench.launch.Launcher;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts the window together, by hand: every part is given what it needs here. */
public final class Workbench implements AutoCloseable {

  private static final int LEAST_WIDTH = 1280;
  private static final int LEAST_HEIGHT = 720;

  private final FxThread toolkit = new FxThread();
  private final ScheduledExecutorService background = Workers.single("background");
  private final ScheduledExecutorService pictures = Workers.single("pictures");
  private final Stage stage;
  private final SettingsStore settings;
  private final ShellViewModel shell;
  private final Dialogs dialogs;
  private final RunsViewModel runs;
  private final RunViewModel openRun = new RunViewModel();
  private final Lazily<RunsPage> runsPage;
  private final RunEnds ends;
  private final QueueDesk queueDesk;
  private final RunsDesk runsDesk;
  private final FigureDesk figures;
  private final CompareDesk compareDesk;
  private final SweepDesk sweepDesk;
  private final RunsTableDesk tableDesk;
  private final ExperimentCorner experiments;
  private final CheckpointCorner checkpoints;
  private final CheckpointDesk checkpointDesk;
  private final Lazily<CheckpointPage> checkpointPage;
  private final MasksDesk masksDesk;
  private final StartViewModel start;
  private final StartDesk startDesk;
  private final DataDesk dataDesk;
  private final LearnDesk learnDesk;
  private final DoctorDesk doctorDesk;

  /**
   * @param showDocument opens an address with the program that the system has for it
   */
  public Workbench(Stage stage, Places places, Consumer<String> showDocument) {
    Fonts.register();
    this.stage = stage;
    settings = new SettingsStore(places.settings());
    shell = new ShellViewModel(settings);
    dialogs = new Dialogs(stage);
    Launcher launcher = new Launcher(JavaProgram.training());
    String runsFolder = settings.get().runsFolder();
    runs = new RunsViewModel(runsFolder.isEmpty() ? places.defaultRuns() : Path.of(runsFolder));
    ends = new RunEnds(shell, runs, this::openRun, this::openDoctor);
    queueDesk = new QueueDesk(toolkit, launcher, shell, runs, this::lookAtRuns);
    RunControl control =
        new RunControl(background, toolkit, launcher, openRun, shell::tell, showDocument);
    Succession succession = new Succession(List.of(places.myConfigs(), places.configs()));
    experiments =
        new ExperimentCorner(
            background,
            pictures,
            toolkit,
            places,
            settings,
            shell,
            dialogs,
            launcher,
            succession,
            runs,
            queueDesk,
            new ExperimentCorner.Ways(
                this::openRun, ends::failed, this::chooseRunsFolder, this::openSweep));
    ExperimentViewModel experiment = experiments.model();
    NextSteps next =
        new NextSteps(background, toolkit, shell, experiment, succession, this::openCheckpoint);
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
    checkpointPage = new Lazily<>(() -> checkpoints.page(checkpointDesk, figures));
    compareDesk = new CompareDesk(runs, toolkit, new PictureLoader(pictures, toolkit), figures);
    sweepDesk =
        new SweepDesk(
            background, toolkit, shell, dialogs, experiment, runs, compareDesk::page, queueDesk);
    tableDesk =
        new RunsTableDesk(
            background, toolkit, dialogs, settings, runs, this::chooseRunsFolder, shell::tell);
    runsPage =
        new Lazily<>(
            () ->
                new RunsPage(
                    runs,
                    openRun,
                    control,
                    next,
                    new PictureLoader(pictures, toolkit),
                    figures,
                    tableDesk,
                    compareDesk.page(),
                    queueDesk.side()));
    runsDesk = new RunsDesk(runs, openRun, runsPage, toolkit, queueDesk::show, this::ended);
    queueDesk.tellWaiting(runsDesk.statusBar());
    masksDesk = new MasksDesk(toolkit, dialogs, settings, runs, places.demo(), shell::tell);
    doctorDesk = new DoctorDesk(toolkit, launcher, dialogs, shell);
    start = new StartViewModel(background, toolkit, masksDesk.demo().isPresent());
    startDesk =
        new StartDesk(
            toolkit,
            places,
            dialogs,
            shell,
            experiment,
            masksDesk,
            checkpointDesk,
            doctorDesk,
            runs,
            start);
    dataDesk = new DataDesk(toolkit, dialogs, settings, shell, experiment, this::exploreMasks);
    learnDesk =
        new LearnDesk(
            toolkit,
            places,
            settings,
            shell,
            launcher,
            runs,
            control,
            masksDesk,
            new PictureLoader(pictures, toolkit));
    present();
  }

  /** Opens the window and begins to watch the runs. */
  public void show() {
    List<Shortcut> keys = new ArrayList<>();
    ShellView view =
        new ShellView(
            shell,
            pages(),
            Map.of(PageId.RUNS, runs.runningProperty()),
            new StatusBar(runsDesk.statusBar(), this::openJob),
            doctorDesk.layer(),
            keys,
            commands()::now);
    bringToLife();
    keys.addAll(
        Keys.everywhere(
            shell,
            view::toggleHelp,
            this::chooseRunsFolder,
            checkpointDesk::chooseFile,
            doctorDesk::open));
    keys.addAll(Keys.start(startDesk));
    keys.addAll(Keys.experiment(experiment(), experiments::view, experiments.desk(), sweepDesk));
    keys.addAll(Keys.runs(runsPage));
    keys.addAll(Keys.checkpoint(checkpoints.model(), checkpointPage));
    DropDesk drops =
        new DropDesk(
            shell, checkpointDesk, masksDesk, learnDesk, dataDesk::open, tableDesk::importFrom);
    view.accept(new FileDrop(drops::hint, drops::drop));
    keys.addAll(Keys.masks(masksDesk.model(), masksDesk::view, masksDesk));
    keys.addAll(Keys.learn(learnDesk.model(), learnDesk));
    keys.addAll(Keys.data(dataDesk.model(), dataDesk.sight(), dataDesk::view, dataDesk));
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
    experiment().presets().refresh();
    checkpoints.openLast();
    background.execute(this::findDevices);
  }

  private Map<PageId, Supplier<Node>> pages() {
    Pages made = new Pages(shell);
    made.start(() -> new StartView(start, startDesk, pictures, toolkit));
    made.experiment(experiments, sweepDesk);
    made.runs(runsPage, compareDesk::page);
    made.masks(masksDesk);
    made.checkpoint(checkpointPage);
    made.data(dataDesk);
    made.learn(learnDesk);
    return made.all();
  }

  private CommandList commands() {
    return new CommandList(
        shell,
        startDesk,
        experiment(),
        experiments.desk(),
        runs,
        checkpoints.model(),
        checkpointDesk,
        masksDesk,
        learnDesk,
        sweepDesk);
  }

  @Override
  public void close() {
    settings.update(
        s ->
            stage.isFullScreen() || stage.isMaximized()
                ? s.withSize(s.width(), s.height(), stage.isMaximized())
                : s.withSize(stage.getScene().getWidth(), stage.getScene().getHeight(), false));
    experiments.close();
    checkpoints.close();
    runsDesk.close();
    queueDesk.close();
    compareDesk.close();
    masksDesk.close();
    dataDesk.close();
    learnDesk.close();
    doctorDesk.close();
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
    return experiments.model();
  }

  MeasureViewModel measuring() {
    return experiments.measuring();
  }

  CheckpointPageViewModel checkpoint() {
    return checkpoints.model();
  }

  private void openCheckpoint(Path file) {
    checkpointDesk.open(file);
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

  LearnDesk learnDesk() {
    return learnDesk;
  }

  DoctorDesk doctorDesk() {
    return doctorDesk;
  }

  CompareViewModel compare() {
    return compareDesk.model();
  }

  SweepDesk sweepDesk() {
    return sweepDesk;
  }

  private void openDoctor() {
    doctorDesk.open();
  }

  private void openSweep() {
    sweepDesk.open();
  }

  RunsTableDesk tableDesk() {
    return tableDesk;
  }

  private void exploreMasks(Path picture) {
    shell.open(PageId.MASKS);
    masksDesk.take(picture);
  }

  QueueDesk queueDesk() {
    return queueDesk;
  }

  private void lookAtRuns() {
    runsDesk.look();
  }

  /** Some pages come to life when they are opened; by then the view that listens is there. */
  private void bringToLife() {
    shell.pageProperty().subscribe(page -> masksDesk.shownIf(page == PageId.MASKS));
    shell.pageProperty().subscribe(page -> dataDesk.shownIf(page == PageId.DATA));
    shell.pageProperty().subscribe(page -> learnDesk.shownIf(page == PageId.LEARN));
  }

  /** Full screen while presenting, however either of them ends. */
  private void present() {
    stage.setFullScreenExitHint("");
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    shell.presentingProperty().addListener((p, old, now) -> stage.setFullScreen(now));
    stage.fullScreenProperty().addListener((p, old, now) -> shell.presentingProperty().set(now));
  }

  /** Who sees a run end on the page Learn need not be told. */
  private void ended(RunRow row) {
    if (!learnDesk.isInSight(row.folder())) {
      ends.ended(row);
    }
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
          start.setDevices(found);
          experiment().launch().devices().setAll(found.names());
          experiment().launch().deviceProperty().set(found.names().get(found.names().size() - 1));
        });
  }
}
