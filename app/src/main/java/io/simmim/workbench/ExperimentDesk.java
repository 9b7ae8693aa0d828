package io.simmim.workbench;

import io.simmim.core.config.ConfigWriter;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.experiment.ConfigDocument;
import io.simmim.workbench.experiment.ExperimentActions;
import io.simmim.workbench.experiment.ExperimentViewModel;
import io.simmim.workbench.experiment.Reading;
import io.simmim.workbench.experiment.Succession;
import io.simmim.workbench.launch.QueueDoor;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.shell.Dialogs;
import io.simmim.workbench.shell.Notice;
import io.simmim.workbench.shell.SettingsStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Does what the page Experiment asks for with dialogs, clipboard and files. */
final class ExperimentDesk implements ExperimentActions {

  private static final String YAML = "\\.ya?ml$";

  private final Executor background;
  private final Executor toolkit;
  private final Dialogs dialogs;
  private final SettingsStore settings;
  private final Succession succession;
  private final Consumer<Notice> tell;
  private final Runnable chooseRunsFolder;
  private final Runnable sweep;
  private final QueueDoor queue;
  private final ExperimentViewModel model;

  ExperimentDesk(
      Executor background,
      Executor toolkit,
      Dialogs dialogs,
      SettingsStore settings,
      Succession succession,
      Consumer<Notice> tell,
      Runnable chooseRunsFolder,
      Runnable sweep,
      QueueDoor queue,
      ExperimentViewModel model) {
    this.background = background;
    this.toolkit = toolkit;
    this.dialogs = dialogs;
    this.settings = settings;
    this.succession = succession;
    this.tell = tell;
    this.chooseRunsFolder = chooseRunsFolder;
    this.sweep = sweep;
    this.queue = queue;
    this.model = model;
  }

  @Override
  public void chooseStage(RunStage stage) {
    model.stageProperty().set(stage);
    if (model.suggestsAnotherStage()) {
      Path source = model.document().sourceProperty().get();
      ExperimentConfig config = model.document().readingProperty().get().draft();
      background.execute(() -> openCounterpart(config, source, stage));
    }
  }

  private void openCounterpart(ExperimentConfig config, Path source, RunStage stage) {
    String name = source.getFileName().toString().replaceAll(YAML, "");
    try {
      succession
          .counterpart(config, name, stage)
          .filter(file -> !file.equals(source))
          .ifPresent(this::open);
    } catch (DataException e) {
      // Without a list of configurations the opened one stays.
      return;
    }
  }

  @Override
  public void open(Path file) {
    background.execute(
        () -> {
          try {
            String text = Files.readString(file);
            toolkit.execute(
                () -> {
                  model.open(file, text);
                  settings.update(s -> s.withConfig(file.toString()));
                });
          } catch (IOException e) {
            failed("The configuration " + file + " cannot be read; choose another one.", e);
          }
        });
  }

  @Override
  public void chooseCheckpoint() {
    Path start = Path.of(model.checkpoint().fileProperty().get());
    boolean none = start.toString().isEmpty();
    dialogs
        .file(
            "Checkpoints",
            CheckpointDesk.PATTERNS,
            none ? model.launch().outputProperty().get() : start)
        .ifPresent(this::takeCheckpoint);
  }

  /** To evaluate the checkpoint of a run, its own configuration is the right one. */
  private void takeCheckpoint(Path file) {
    Path beside = new RunFolder(file.toAbsolutePath().getParent()).config();
    if (model.stageProperty().get() == RunStage.EVALUATE && Files.isRegularFile(beside)) {
      open(beside);
    }
    model.checkpoint().fileProperty().set(file.toString());
  }

  @Override
  public void chooseData() {
    Path start = Path.of(model.data().folderProperty().get());
    dialogs
        .folder("Folder of images", start.toAbsolutePath())
        .ifPresent(folder -> model.data().folderProperty().set(folder.toString()));
  }

  @Override
  public void chooseOutput() {
    chooseRunsFolder.run();
  }

  @Override
  public void saveAs() {
    String proposal =
        model.document().sourceProperty().get().getFileName().toString().replaceAll(YAML, "");
    dialogs
        .text("Save to my configs", "Name", proposal)
        .ifPresent(name -> save(model.presets().ownFile(name.replaceAll("[\\\\/]", "-"))));
  }

  @Override
  public void sweep() {
    sweep.run();
  }

  @Override
  public void addToQueue() {
    model.addTo(queue);
  }

  @Override
  public void copyCommand() {
    String line = model.commandLine();
    if (!line.isEmpty()) {
      dialogs.copy(line);
      tell.accept(Notice.done("The command is on the clipboard."));
    }
  }

  @Override
  public void copyOfficialCommand() {
    model
        .officialCommand()
        .ifPresent(
            official -> {
              dialogs.copy(official.withRemarks());
              tell.accept(Notice.done("The official command is on the clipboard."));
            });
  }

  private void save(Path file) {
    ConfigDocument document = model.document();
    String text = standalone(document.textProperty().get(), document.readingProperty().get());
    background.execute(
        () -> {
          try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            toolkit.execute(
                () -> {
                  model.presets().refresh();
                  open(file);
                });
          } catch (IOException e) {
            failed("The configuration cannot be written to " + file + ".", e);
          }
        });
  }

  /** A text that names BASE files would lose them in another folder: it is written out in full. */
  private static String standalone(String text, Reading reading) {
    boolean hasBase = text.lines().anyMatch(line -> line.startsWith("BASE"));
    return hasBase ? ConfigWriter.toYaml(reading.draft()) : text;
  }

  private void failed(String sentence, Exception e) {
    toolkit.execute(() -> tell.accept(Notice.failed(sentence, e.toString())));
  }
}
