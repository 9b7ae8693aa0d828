package io.simmim.workbench;

import io.simmim.core.run.RunFolder;
import io.simmim.workbench.compare.ComparedRun;
import io.simmim.workbench.compare.ComparisonWatch;
import io.simmim.workbench.fx.Lazily;
import io.simmim.workbench.fx.Workers;
import io.simmim.workbench.launch.Launcher;
import io.simmim.workbench.learn.Beginning;
import io.simmim.workbench.learn.FinetuneViewModel;
import io.simmim.workbench.learn.LearnActions;
import io.simmim.workbench.learn.LearnView;
import io.simmim.workbench.learn.LearnViewModel;
import io.simmim.workbench.learn.Lesson;
import io.simmim.workbench.learn.LessonTrainings;
import io.simmim.workbench.learn.TrainingViewModel;
import io.simmim.workbench.picture.PictureLoader;
import io.simmim.workbench.runs.RunActions;
import io.simmim.workbench.runs.RunsViewModel;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.shell.SettingsStore;
import io.simmim.workbench.shell.ShellViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Does what the page Learn asks for, and carries the runs of its lessons from the disk to it. */
final class LearnDesk implements LearnActions, AutoCloseable {

  private static final String PICTURES = "lesson-scenes";

  private final Executor background = Workers.threadPerTask("lesson");
  private final Executor toolkit;
  private final SettingsStore settings;
  private final ShellViewModel shell;
  private final RunsViewModel runs;
  private final MasksDesk masks;
  private final LearnViewModel model;
  private final TrainingViewModel training;
  private final FinetuneViewModel finetuning;
  private final Lazily<LearnView> view;
  private final ComparisonWatch watch;
  private boolean started;

  LearnDesk(
      Executor toolkit,
      Places places,
      SettingsStore settings,
      ShellViewModel shell,
      Launcher launcher,
      RunsViewModel runs,
      RunActions control,
      MasksDesk masks,
      PictureLoader loader) {
    this.toolkit = toolkit;
    this.settings = settings;
    this.shell = shell;
    this.runs = runs;
    this.masks = masks;
    LessonTrainings trainings =
        new LessonTrainings(
            background,
            toolkit,
            launcher,
            places.configs().resolve("learn"),
            places.home().resolve(PICTURES),
            runs.workspaceProperty()::get,
            control::stop);
    model =
        new LearnViewModel(
            masks.another(), masks.another(), this::checkpoint, Lesson.of(settings.get().lesson()));
    training = new TrainingViewModel(trainings);
    finetuning = new FinetuneViewModel(trainings, training.encoderProperty());
    view = new Lazily<>(() -> new LearnView(model, training, finetuning, loader, this, masks));
    watch = new ComparisonWatch(toolkit, this::show);
    model
        .lessonProperty()
        .addListener((p, old, now) -> settings.update(s -> s.withLesson(now.name())));
    training.folderProperty().addListener((p, old, now) -> watchRuns());
    finetuning.watchedProperty().addListener((p, old, now) -> watchRuns());
  }

  LearnViewModel model() {
    return model;
  }

  TrainingViewModel training() {
    return training;
  }

  FinetuneViewModel finetuning() {
    return finetuning;
  }

  LearnView view() {
    return view.get();
  }

  /** Comes to life when the page is opened for the first time. */
  void shownIf(boolean shown) {
    if (shown && !started) {
      started = true;
      model.begin();
      Path output = runs.workspaceProperty().get();
      background.execute(() -> find(output));
    }
  }

  /** Whether somebody is looking at the run here. */
  boolean isInSight(RunFolder run) {
    return shell.pageProperty().get() == PageId.LEARN && watched().contains(run);
  }

  /** Takes a picture file, or a checkpoint, that was dropped while the page is open. */
  void take(Path file) {
    masks.take(file, model.picture());
  }

  @Override
  public void openPicture() {
    masks.openPicture(model.picture());
  }

  @Override
  public void paste() {
    masks.paste(model.picture());
  }

  @Override
  public void chooseCheckpoint() {
    masks.openCheckpoint(model.picture().first());
  }

  @Override
  public void startTraining() {
    switch (model.lessonProperty().get()) {
      case TRAINING -> training.start();
      case FINETUNING -> finetuning.start();
      default -> {}
    }
  }

  @Override
  public void stopTraining() {
    switch (model.lessonProperty().get()) {
      case TRAINING -> training.stop();
      case FINETUNING -> finetuning.stop();
      default -> {}
    }
  }

  @Override
  public void openRun(RunFolder run) {
    runs.openProperty().set(run);
    shell.open(PageId.RUNS);
  }

  @Override
  public void compareRuns(List<RunFolder> both) {
    if (both.size() == 1) {
      openRun(both.get(0));
      return;
    }
    runs.openProperty().set(null);
    runs.comparedProperty().set(both);
    shell.open(PageId.RUNS);
  }

  @Override
  public void present() {
    shell.togglePresenting();
  }

  @Override
  public void close() {
    watch.close();
  }

  /** The one that comes with the program, else the last one on the page Masks. */
  private Optional<Path> checkpoint() {
    String last = settings.get().masks().checkpoint();
    return masks
        .demo()
        .or(() -> Optional.of(last).filter(file -> !file.isEmpty()).map(Path::of))
        .filter(Files::exists);
  }

  /** Looks for what earlier lessons left behind. */
  private void find(Path output) {
    Optional<RunFolder> trained = LessonTrainings.newest(output, "pretrain");
    Map<Beginning, RunFolder> tuned = new EnumMap<>(Beginning.class);
    for (Beginning beginning : Beginning.values()) {
      LessonTrainings.newest(output, beginning.tag())
          .ifPresent(folder -> tuned.put(beginning, folder));
    }
    toolkit.execute(
        () -> {
          if (!training.phaseProperty().get().isBusy()) {
            trained.ifPresent(training::show);
          }
          finetuning.show(tuned);
        });
  }

  private List<RunFolder> watched() {
    List<RunFolder> all = new ArrayList<>(finetuning.watchedProperty().get());
    training.folderProperty().get().ifPresent(all::add);
    return all;
  }

  private void watchRuns() {
    watch.open(watched());
  }

  private void show(List<ComparedRun> found) {
    for (ComparedRun each : found) {
      training.apply(each.run());
      finetuning.apply(each.run());
    }
  }
}
