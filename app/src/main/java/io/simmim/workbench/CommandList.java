package io.simmim.workbench;

import io.simmim.workbench.checkpoint.CheckpointPageViewModel;
import io.simmim.workbench.experiment.ConfigFile;
import io.simmim.workbench.experiment.ExperimentViewModel;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.learn.Lesson;
import io.simmim.workbench.runs.RunRow;
import io.simmim.workbench.runs.RunsViewModel;
import io.simmim.workbench.shell.Command;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.shell.ShellViewModel;
import io.simmim.workbench.start.StartActions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the command palette offers beside the keys: everything that can be opened by its name. */
final class CommandList {

  private final ShellViewModel shell;
  private final StartActions start;
  private final ExperimentViewModel experiment;
  private final ExperimentDesk experimentDesk;
  private final RunsViewModel runs;
  private final CheckpointPageViewModel checkpoint;
  private final CheckpointDesk checkpointDesk;
  private final MasksDesk masks;
  private final LearnDesk learn;
  private final SweepDesk sweeps;

  CommandList(
      ShellViewModel shell,
      StartActions start,
      ExperimentViewModel experiment,
      ExperimentDesk experimentDesk,
      RunsViewModel runs,
      CheckpointPageViewModel checkpoint,
      CheckpointDesk checkpointDesk,
      MasksDesk masks,
      LearnDesk learn,
      SweepDesk sweeps) {
    this.shell = shell;
    this.start = start;
    this.experiment = experiment;
    this.experimentDesk = experimentDesk;
    this.runs = runs;
    this.checkpoint = checkpoint;
    this.checkpointDesk = checkpointDesk;
    this.masks = masks;
    this.learn = learn;
    this.sweeps = sweeps;
  }

  /** All there is now. */
  List<Command> now() {
    List<Command> all = new ArrayList<>();
    for (Lesson lesson : Lesson.values()) {
      all.add(lesson(lesson));
    }
    runs.all().forEach(row -> all.add(run(row)));
    checkpoints().forEach(file -> all.add(checkpoint(file)));
    all.addAll(sweeps.commands());
    experiment.presets().all().forEach(file -> all.add(preset(file)));
    return all;
  }

  private Command lesson(Lesson lesson) {
    return Command.of(
        "Lesson " + lesson.number() + ": " + lesson.title(),
        PageId.LEARN.title(),
        () -> {
          shell.open(PageId.LEARN);
          learn.model().lessonProperty().set(lesson);
        });
  }

  private Command run(RunRow row) {
    return Command.of(
        "Open run " + RunStage.shortName(row.name()) + " / " + row.tag() + stage(row),
        PageId.RUNS.title(),
        () -> start.openRun(row.folder()));
  }

  private Command preset(ConfigFile file) {
    String group = file.group().isEmpty() ? "" : file.group() + " / ";
    boolean tunes = RunStage.FINETUNE.namesFile(file.name());
    String stage = tunes ? ", fine-tuning" : "";
    return Command.of(
        "Open preset " + group + RunStage.shortName(file.name()) + stage,
        PageId.EXPERIMENT.title(),
        () -> {
          shell.open(PageId.EXPERIMENT);
          experimentDesk.open(file.path());
        });
  }

  private static String stage(RunRow row) {
    return row.stage().map(stage -> ", " + stage.noun()).orElse("");
  }

  private Set<Path> checkpoints() {
    Set<Path> files = new LinkedHashSet<>(checkpoint.file().recent().files());
    masks.demo().ifPresent(files::add);
    return files;
  }

  private Command checkpoint(Path file) {
    return Command.of(
        "Open checkpoint " + file.getFileName() + "  " + folder(file),
        PageId.CHECKPOINT.title(),
        () -> checkpointDesk.open(file));
  }

  /** Checkpoints of runs have the same names; the folder tells them apart. */
  private static String folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null || parent.getFileName() == null ? "" : parent.getFileName().toString();
  }
}
