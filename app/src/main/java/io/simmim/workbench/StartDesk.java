package io.simmim.workbench;

import io.simmim.core.fault.DataException;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.experiment.ExperimentOrder;
import io.simmim.workbench.experiment.ExperimentViewModel;
import io.simmim.workbench.experiment.OwnImages;
import io.simmim.workbench.experiment.PresetAdvice;
import io.simmim.workbench.fx.Workers;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.runs.RunRow;
import io.simmim.workbench.runs.RunsViewModel;
import io.simmim.workbench.shell.Dialogs;
import io.simmim.workbench.shell.Notice;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.shell.ShellViewModel;
import io.simmim.workbench.start.StartActions;
import io.simmim.workbench.start.StartViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import javafx.collections.ListChangeListener;

/** Does what the page Start asks for with dialogs and other pages. */
final class StartDesk implements StartActions {

  private final Executor background = Workers.threadPerTask("survey");
  private final Executor toolkit;
  private final Places places;
  private final Dialogs dialogs;
  private final ShellViewModel shell;
  private final ExperimentViewModel experiment;
  private final MasksDesk masks;
  private final CheckpointDesk checkpoints;
  private final DoctorDesk doctor;
  private final RunsViewModel runs;
  private final StartViewModel model;
  private final AtomicLong newest = new AtomicLong();

  StartDesk(
      Executor toolkit,
      Places places,
      Dialogs dialogs,
      ShellViewModel shell,
      ExperimentViewModel experiment,
      MasksDesk masks,
      CheckpointDesk checkpoints,
      DoctorDesk doctor,
      RunsViewModel runs,
      StartViewModel model) {
    this.toolkit = toolkit;
    this.places = places;
    this.dialogs = dialogs;
    this.shell = shell;
    this.experiment = experiment;
    this.masks = masks;
    this.checkpoints = checkpoints;
    this.doctor = doctor;
    this.runs = runs;
    this.model = model;
    shell.pageProperty().addListener((p, old, now) -> giveUp());
    runs.all().addListener((ListChangeListener<RunRow>) change -> showRecent());
    runs.scannedProperty().addListener((p, old, now) -> showRecent());
  }

  @Override
  public void seeItWork() {
    shell.open(PageId.MASKS);
    masks.showDemo();
  }

  @Override
  public void trainOnMyImages() {
    Path last = Path.of(experiment.data().folderProperty().get());
    dialogs.folder("Folder of your images", last.toAbsolutePath()).ifPresent(this::trainOn);
  }

  @Override
  public void openCheckpoint() {
    checkpoints.chooseFile();
  }

  @Override
  public void openDoctor() {
    doctor.open();
  }

  @Override
  public void openRun(RunFolder run) {
    runs.openProperty().set(run);
    shell.open(PageId.RUNS);
  }

  @Override
  public void showAllRuns() {
    runs.openProperty().set(null);
    shell.open(PageId.RUNS);
  }

  private void showRecent() {
    if (runs.scannedProperty().get()) {
      model.update(runs.all());
    } else {
      model.forget();
    }
  }

  /** Looks through the images and sets up the experiment; leaving the page gives it up. */
  void trainOn(Path folder) {
    long ticket = newest.incrementAndGet();
    boolean gpu = experiment.launch().devices().size() > 1;
    model.setBusy("Looking through the images in " + folder.getFileName() + "…");
    background.execute(
        () -> {
          try {
            OwnImages images = OwnImages.in(folder);
            PresetAdvice advice =
                PresetAdvice.of(images, gpu, places.configs())
                    .orElseThrow(() -> new DataException(noPreset()));
            ExperimentOrder order = order(advice, folder);
            finish(ticket, () -> setUp(order, advice.sentence(images, gpu)));
          } catch (DataException e) {
            finish(ticket, () -> shell.tell(Notice.failed(e.getMessage(), "")));
          }
        });
  }

  private void setUp(ExperimentOrder order, String sentence) {
    shell.open(PageId.EXPERIMENT);
    experiment.take(order);
    experiment.adviceProperty().set(sentence);
  }

  private void finish(long ticket, Runnable result) {
    toolkit.execute(
        () -> {
          if (ticket == newest.get()) {
            giveUp();
            result.run();
          }
        });
  }

  private void giveUp() {
    newest.incrementAndGet();
    model.setBusy("");
  }

  private static ExperimentOrder order(PresetAdvice advice, Path folder) throws DataException {
    Path file = advice.preset().path();
    try {
      return new ExperimentOrder(
          RunStage.PRETRAIN,
          file,
          Files.readString(file),
          advice.schedule().changes(advice.config()),
          Path.of(""),
          Optional.of(folder));
    } catch (IOException e) {
      throw new DataException("The preset " + file + " cannot be read; install it again.", e);
    }
  }

  private String noPreset() {
    return "There is no preset for own images below "
        + places.configs()
        + ": install the program with its folder configs/own.";
  }
}
