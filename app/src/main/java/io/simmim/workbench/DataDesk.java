package io.simmim.workbench;

import io.simmim.workbench.data.DataActions;
import io.simmim.workbench.data.DataPageViewModel;
import io.simmim.workbench.data.DataView;
import io.simmim.workbench.data.SampleSetViewModel;
import io.simmim.workbench.data.SightViewModel;
import io.simmim.workbench.experiment.ExperimentViewModel;
import io.simmim.workbench.experiment.Reading;
import io.simmim.workbench.fx.Lazily;
import io.simmim.workbench.fx.Workers;
import io.simmim.workbench.shell.Dialogs;
import io.simmim.workbench.shell.Notice;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.shell.SettingsStore;
import io.simmim.workbench.shell.ShellViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/** Does what the page Data asks for, and remembers its folder. */
final class DataDesk implements DataActions, AutoCloseable {

  private final ScheduledExecutorService sightWorker = Workers.single("sight");
  private final ScheduledExecutorService thumbnailWorker = Workers.single("thumbnails");
  private final Dialogs dialogs;
  private final ShellViewModel shell;
  private final SettingsStore settings;
  private final ExperimentViewModel experiment;
  private final Consumer<Path> exploreMasks;
  private final DataPageViewModel model;
  private final SightViewModel sight;
  private final SampleSetViewModel samples;
  private final Lazily<DataView> view;

  /**
   * @param exploreMasks opens a picture on the page Masks
   */
  DataDesk(
      Executor toolkit,
      Dialogs dialogs,
      SettingsStore settings,
      ShellViewModel shell,
      ExperimentViewModel experiment,
      Consumer<Path> exploreMasks) {
    this.dialogs = dialogs;
    this.settings = settings;
    this.shell = shell;
    this.experiment = experiment;
    this.exploreMasks = exploreMasks;
    Executor background = Workers.threadPerTask("data-page");
    model = new DataPageViewModel(background, toolkit, () -> reading().draft());
    sight = new SightViewModel(sightWorker, toolkit);
    samples = new SampleSetViewModel(background, toolkit);
    view = new Lazily<>(() -> new DataView(model, sight, samples, this, thumbnailWorker, toolkit));
    model
        .selectedProperty()
        .addListener((p, old, now) -> sight.show(model.stateProperty().get().folder(), now));
    experiment.document().readingProperty().addListener((p, old, now) -> takeConfig(isShown()));
  }

  DataPageViewModel model() {
    return model;
  }

  SightViewModel sight() {
    return sight;
  }

  SampleSetViewModel samples() {
    return samples;
  }

  DataView view() {
    return view.get();
  }

  /** Looks through the last folder when the page is opened for the first time. */
  void shownIf(boolean shown) {
    takeConfig(shown);
    if (shown && model.stateProperty().get().folder().isEmpty()) {
      lastFolder().ifPresent(this::open);
    }
  }

  private Optional<Path> lastFolder() {
    return List.of(settings.get().dataPage(), experiment.data().folderProperty().get()).stream()
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .filter(Files::isDirectory)
        .findFirst();
  }

  private void takeConfig(boolean shown) {
    if (shown) {
      sight.take(reading().config());
    }
  }

  private boolean isShown() {
    return shell.pageProperty().get() == PageId.DATA;
  }

  private Reading reading() {
    return experiment.document().readingProperty().get();
  }

  /** Looks through a folder and remembers it. */
  void open(Path folder) {
    model.open(folder.toAbsolutePath());
    settings.update(s -> s.withDataPage(folder.toAbsolutePath().toString()));
  }

  @Override
  public void chooseFolder() {
    Path start =
        model.stateProperty().get().folder().orElse(Path.of(System.getProperty("user.home")));
    dialogs.folder("Folder of images", start).ifPresent(this::open);
  }

  @Override
  public void useForTraining() {
    model
        .stateProperty()
        .get()
        .folder()
        .filter(folder -> model.stateProperty().get().report().isPresent())
        .ifPresent(
            folder -> {
              experiment.data().folderProperty().set(folder.toString());
              shell.open(PageId.EXPERIMENT);
            });
  }

  @Override
  public void generateSamples(int perKind) {
    Path home = Path.of(System.getProperty("user.home"));
    dialogs
        .folder("New or empty folder for the sample pictures", home)
        .ifPresent(folder -> drawSamples(folder, perKind));
  }

  /** Draws a sample data set into a folder and looks through it. */
  void drawSamples(Path folder, int perKind) {
    samples.draw(folder, perKind, this::open, this::fault);
  }

  @Override
  public void copyProblems() {
    model
        .stateProperty()
        .get()
        .report()
        .filter(report -> !report.problems().isEmpty())
        .ifPresent(
            report -> {
              dialogs.copy(report.problemsAsText());
              shell.tell(Notice.done("The list of problems is on the clipboard."));
            });
  }

  @Override
  public void openInMasks() {
    model.selectedProperty().get().ifPresent(exploreMasks);
  }

  private void fault(String sentence) {
    shell.tell(Notice.failed(sentence, ""));
  }

  @Override
  public void close() {
    model.cancel();
    samples.cancel();
    sightWorker.shutdownNow();
    thumbnailWorker.shutdownNow();
  }
}
