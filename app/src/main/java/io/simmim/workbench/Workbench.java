package io.simmim.workbench;

import io.simmim.core.process.JavaProgram;
import io.simmim.workbench.checkpoint.CheckpointPageViewModel;
import io.simmim.workbench.compare.CompareViewModel;
import io.simmim.workbench.experiment.ExperimentViewModel;
import io.simmim.workbench.experiment.MeasureViewModel;
import io.simmim.workbench.experiment.Succession;
import io.simmim.workbench.fx.Fonts;
import io.simmim.workbench.fx.FxThread;
import io.simmim.workbench.fx.Workers;
import io.simmim.workbench.launch.Errands;
import io.simmim.workbench.launch.Launcher;
import io.simmim.workbench.masks.MasksViewModel;
import io.simmim.workbench.picture.PictureLoader;
import io.simmim.workbench.runs.RunRow;
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
import javafx.scene.Node;
import javafx.stage.Stage;

/** Puts the window together, by hand: every part is given what it needs here. */
public final class Workbench implements AutoCloseable {

  private final FxThread toolkit = new FxThread();
  private final ScheduledExecutorService background = Workers.single("background");
  private final ScheduledExecutorService pictures = Workers.single("pictures");
  private final ShellViewModel shell;
  private final WindowFrame frame;
  private final RunsDoor door;
  private final RunsViewModel runs;
  private final RunEnds ends;
  private final QueueDesk queueDesk;
  private final ExperimentCorner experiments;
  private final CheckpointCorner checkpoints;
  private final RunsCorner runsCorner;
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
    SettingsStore settings = new SettingsStore(places.settings());
    shell = new ShellViewModel(settings);
    frame = new WindowFrame(stage, settings);
    Dialogs dialogs = new Dialogs(stage);
    Launcher launcher = new Launcher(JavaProgram.training());
    Errands errands = new Errands(Workers.threadPerTask("errand"), toolkit, launcher);
    String runsFolder = settings.get().runsFolder();
    runs = new RunsViewModel(runsFolder.isEmpty() ? places.defaultRuns() : Path.of(runsFolder));
    door = new RunsDoor(settings, shell, dialogs, runs);
    ends = new RunEnds(shell, runs, door::open, this::openDoctor);
    queueDesk = new QueueDesk(toolkit, launcher, shell, runs, this::lookAtRuns);
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
            errands,
            succession,
            runs,
            queueDesk,
            new ExperimentCorner.Ways(
                door::open, ends::failed, door::chooseFolder, this::openSweep));
    ExperimentViewModel experiment = experiments.model();
    NextSteps next =
        new NextSteps(background, toolkit, shell, experiment, succession, this::openCheckpoint);
    FigureDesk figures = new FigureDesk(dialogs, shell, runs.workspaceProperty()::get);
    checkpoints =
        new CheckpointCorner(
            settings, toolkit, pictures, errands, dialogs, shell, experiment, runs, next, figures);
    runsCorner =
        new RunsCorner(
            background,
            pictures,
            toolkit,
            settings,
            shell,
            dialogs,
            launcher,
            runs,
            queueDesk,
            figures,
            experiments,
            new RunsCorner.Ways(next, door::chooseFolder, this::ended, showDocument));
    masksDesk = new MasksDesk(toolkit, dialogs, settings, runs, places.demo(), shell::tell);
    doctorDesk = new DoctorDesk(errands, dialogs, shell);
    start = new StartViewModel(background, toolkit, masksDesk.demo().isPresent());
    startDesk =
        new StartDesk(
            toolkit,
            places,
            dialogs,
            shell,
            experiment,
            masksDesk,
            checkpoints.desk(),
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
            runsCorner.control(),
            masksDesk,
            new PictureLoader(pictures, toolkit));
    frame.present(shell);
  }

  /** Opens the window and begins to watch the runs. */
  public void show() {
    List<Shortcut> keys = new ArrayList<>();
    ShellView view =
        new ShellView(
            shell,
            pages(),
            Map.of(PageId.RUNS, runs.runningProperty()),
            new StatusBar(runsCorner.statusBar(), this::openJob),
            doctorDesk.layer(),
            keys,
            commands()::now);
    bringToLife();
    keys.addAll(
        Keys.all(
            shell,
            view::toggleHelp,
            door::chooseFolder,
            doctorDesk::open,
            startDesk,
            experiments,
            runsCorner,
            checkpoints,
            masksDesk,
            learnDesk,
            dataDesk));
    DropDesk drops =
        new DropDesk(
            shell,
            checkpoints.desk(),
            masksDesk,
            learnDesk,
            dataDesk::open,
            runsCorner.table()::importFrom);
    view.accept(new FileDrop(drops::hint, drops::drop));
    frame.show(view);
    runsCorner.start();
    experiment().presets().refresh();
    checkpoints.openLast();
    background.execute(new DeviceSearch(toolkit, shell, start, experiment().launch()));
  }

  private Map<PageId, Supplier<Node>> pages() {
    Pages made = new Pages(shell);
    made.start(() -> new StartView(start, startDesk, pictures, toolkit));
    made.experiment(experiments, runsCorner.sweeps());
    made.runs(runsCorner::page, runsCorner::comparePage);
    made.masks(masksDesk);
    made.checkpoint(checkpoints::page);
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
        checkpoints.desk(),
        masksDesk,
        learnDesk,
        runsCorner.sweeps());
  }

  @Override
  public void close() {
    frame.remember();
    experiments.close();
    checkpoints.close();
    runsCorner.close();
    queueDesk.close();
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
    checkpoints.desk().open(file);
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
    return runsCorner.compare();
  }

  SweepDesk sweepDesk() {
    return runsCorner.sweeps();
  }

  private void openDoctor() {
    doctorDesk.open();
  }

  private void openSweep() {
    runsCorner.sweeps().open();
  }

  RunsTableDesk tableDesk() {
    return runsCorner.table();
  }

  private void exploreMasks(Path picture) {
    shell.open(PageId.MASKS);
    masksDesk.take(picture);
  }

  QueueDesk queueDesk() {
    return queueDesk;
  }

  private void lookAtRuns() {
    runsCorner.look();
  }

  /** Some pages come to life when they are opened; by then the view that listens is there. */
  private void bringToLife() {
    shell.pageProperty().subscribe(page -> masksDesk.shownIf(page == PageId.MASKS));
    shell.pageProperty().subscribe(page -> dataDesk.shownIf(page == PageId.DATA));
    shell.pageProperty().subscribe(page -> learnDesk.shownIf(page == PageId.LEARN));
  }

  /** Who sees a run end on the page Learn need not be told. */
  private void ended(RunRow row) {
    if (!learnDesk.isInSight(row.folder())) {
      ends.ended(row);
    }
  }

  private void openJob() {
    runsCorner.job().ifPresent(door::open);
  }
}
