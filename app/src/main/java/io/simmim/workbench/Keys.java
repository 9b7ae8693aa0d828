package io.simmim.workbench;

import io.simmim.workbench.checkpoint.CheckpointPage;
import io.simmim.workbench.checkpoint.CheckpointPageViewModel;
import io.simmim.workbench.checkpoint.Step;
import io.simmim.workbench.data.DataActions;
import io.simmim.workbench.data.DataPageViewModel;
import io.simmim.workbench.data.DataView;
import io.simmim.workbench.data.SeenBy;
import io.simmim.workbench.data.SightViewModel;
import io.simmim.workbench.experiment.ExperimentActions;
import io.simmim.workbench.experiment.ExperimentView;
import io.simmim.workbench.experiment.ExperimentViewModel;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.learn.LearnActions;
import io.simmim.workbench.learn.LearnViewModel;
import io.simmim.workbench.masks.MasksActions;
import io.simmim.workbench.masks.MasksView;
import io.simmim.workbench.masks.MasksViewModel;
import io.simmim.workbench.masks.StageMode;
import io.simmim.workbench.queue.QueueActions;
import io.simmim.workbench.runs.RunsPage;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.shell.ShellViewModel;
import io.simmim.workbench.shell.Shortcut;
import io.simmim.workbench.start.StartActions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** All keys of the window, in the order in which the help shows them. */
final class Keys {

  private Keys() {}

  /**
   * Those of all pages.
   *
   * @param help shows and hides the sheet of keys
   */
  static List<Shortcut> all(
      ShellViewModel shell,
      Runnable help,
      Runnable chooseRuns,
      Runnable openDoctor,
      StartActions start,
      ExperimentCorner experiments,
      RunsCorner runs,
      CheckpointCorner checkpoints,
      MasksDesk masks,
      LearnDesk learn,
      DataDesk data) {
    List<Shortcut> keys = new ArrayList<>();
    keys.addAll(everywhere(shell, help, chooseRuns, checkpoints.desk()::chooseFile, openDoctor));
    keys.addAll(start(start));
    keys.addAll(
        experiment(experiments.model(), experiments::view, experiments.desk(), runs.sweeps()));
    keys.addAll(runs(runs::page));
    keys.addAll(checkpoint(checkpoints.model(), checkpoints::page));
    keys.addAll(masks(masks.model(), masks::view, masks));
    keys.addAll(learn(learn.model(), learn));
    keys.addAll(data(data.model(), data.sight(), data::view, data));
    return keys;
  }

  private static List<Shortcut> everywhere(
      ShellViewModel shell,
      Runnable help,
      Runnable chooseRuns,
      Runnable openCheckpoint,
      Runnable openDoctor) {
    List<Shortcut> keys = new ArrayList<>();
    for (PageId page : PageId.values()) {
      String goTo = "Go to " + page.title();
      keys.add(Shortcut.everywhere("Shortcut+" + page.number(), goTo, () -> shell.open(page)));
    }
    keys.add(Shortcut.everywhere("Shortcut+O", "Open a checkpoint", openCheckpoint));
    keys.add(Shortcut.everywhere("Shortcut+Shift+O", "Choose the folder of runs", chooseRuns));
    keys.add(Shortcut.everywhere("Shortcut+Shift+D", "Engine doctor", openDoctor));
    keys.add(Shortcut.everywhere("Shortcut+Shift+T", "Light or dark", shell::switchTheme));
    keys.add(Shortcut.everywhere("F11", "Present, full screen", shell::togglePresenting));
    keys.add(Shortcut.everywhere("F1", "These keys", help));
    return keys;
  }

  private static List<Shortcut> start(StartActions actions) {
    PageId here = PageId.START;
    return List.of(
        Shortcut.on(here, "Alt+1", "See it work", actions::seeItWork),
        Shortcut.on(here, "Alt+2", "Train on my images", actions::trainOnMyImages));
  }

  private static List<Shortcut> experiment(
      ExperimentViewModel model,
      Supplier<ExperimentView> view,
      ExperimentActions actions,
      SweepDesk sweeps) {
    PageId here = PageId.EXPERIMENT;
    List<Shortcut> keys = new ArrayList<>();
    for (RunStage stage : RunStage.values()) {
      keys.add(
          Shortcut.on(
              here,
              "Shortcut+Shift+" + (stage.ordinal() + 1),
              stage.title(),
              () -> actions.chooseStage(stage)));
    }
    keys.addAll(experimentActions(here, model, view, actions, sweeps));
    return keys;
  }

  private static List<Shortcut> experimentActions(
      PageId here,
      ExperimentViewModel model,
      Supplier<ExperimentView> view,
      ExperimentActions actions,
      SweepDesk sweeps) {
    return List.of(
        Shortcut.on(here, "Shortcut+Enter", "Launch", () -> sweeps.submitOr(model::start)),
        Shortcut.on(here, "Shortcut+Shift+W", "Sweep over keys", actions::sweep),
        Shortcut.on(
            here,
            "Shortcut+Shift+Enter",
            "Add to the queue",
            () -> sweeps.submitOr(actions::addToQueue)),
        Shortcut.on(here, "Shortcut+E", "Choose a checkpoint", actions::chooseCheckpoint),
        Shortcut.on(here, "Shortcut+D", "Choose a folder of images", actions::chooseData),
        Shortcut.on(here, "Shortcut+P", "Search presets", () -> view.get().focusPresetSearch()),
        Shortcut.on(here, "Shortcut+F", "Search keys", () -> view.get().focusKeySearch()),
        Shortcut.on(here, "Alt+1", "Form", () -> view.get().selectTab(0)),
        Shortcut.on(here, "Alt+2", "YAML", () -> view.get().selectTab(1)),
        Shortcut.outsideFields(here, "Shortcut+Z", "Undo", model.document()::undo),
        Shortcut.outsideFields(here, "Shortcut+Y", "Redo", model.document()::redo),
        Shortcut.on(here, "Shortcut+S", "Save to my configs", actions::saveAs),
        Shortcut.on(here, "Shortcut+M", "Other sample images", model.plan()::again),
        Shortcut.on(
            here, "Shortcut+Shift+E", "Measure time and memory", () -> view.get().measure()),
        Shortcut.on(
            here,
            "Shortcut+Shift+C",
            "Copy the command",
            () -> sweeps.copyOr(actions::copyCommand)),
        Shortcut.on(
            here, "Shortcut+Alt+C", "Copy the official command", actions::copyOfficialCommand));
  }

  private static List<Shortcut> runs(Supplier<RunsPage> page) {
    PageId here = PageId.RUNS;
    List<Shortcut> keys = new ArrayList<>(queue(here, page));
    keys.addAll(0, ofRuns(here, page));
    return keys;
  }

  private static List<Shortcut> queue(PageId here, Supplier<RunsPage> page) {
    return List.of(
        Shortcut.on(
            here, "Alt+P", "Pause or resume the queue", () -> page.get().pauseOrResumeQueue()),
        Shortcut.outsideFields(
            here,
            "Alt+Up",
            "Waiting run: earlier",
            () -> page.get().withWaiting((queue, run) -> queue.move(run, -1))),
        Shortcut.outsideFields(
            here,
            "Alt+Down",
            "Waiting run: later",
            () -> page.get().withWaiting((queue, run) -> queue.move(run, 1))),
        Shortcut.outsideFields(
            here,
            "Alt+Enter",
            "Waiting run: now",
            () -> page.get().withWaiting(QueueActions::startNow)),
        Shortcut.outsideFields(
            here,
            "Delete",
            "Waiting run: remove",
            () -> page.get().withWaiting(QueueActions::remove)));
  }

  private static List<Shortcut> ofRuns(PageId here, Supplier<RunsPage> page) {
    return List.of(
        Shortcut.on(here, "Shortcut+F", "Filter runs", () -> page.get().focusFilter()),
        Shortcut.outsideFields(here, "Alt+Left", "Back to all runs", () -> page.get().back()),
        Shortcut.on(here, "Shortcut+D", "Compare the marked runs", () -> page.get().compare()),
        Shortcut.on(here, "Shortcut+Period", "Stop the run", () -> page.get().stopOpenRun()),
        Shortcut.on(here, "Shortcut+R", "Resume the run", () -> page.get().resumeOpenRun()),
        Shortcut.on(
            here, "Shortcut+T", "Fine-tune from the run", () -> page.get().fineTuneOpenRun()),
        Shortcut.on(here, "Shortcut+E", "Evaluate the run", () -> page.get().evaluateOpenRun()),
        Shortcut.on(
            here,
            "Shortcut+Shift+K",
            "Open its checkpoint",
            () -> page.get().openCheckpointOfRun()),
        Shortcut.outsideFields(
            here, "Shortcut+Left", "Earlier reconstruction", () -> page.get().movePreview(-1)),
        Shortcut.outsideFields(
            here, "Shortcut+Right", "Later reconstruction", () -> page.get().movePreview(1)),
        Shortcut.on(here, "Shortcut+L", "Logarithmic loss", () -> page.get().toggleLogScale()),
        Shortcut.on(here, "Alt+1", "Progress", () -> page.get().selectTab(0)),
        Shortcut.on(here, "Alt+2", "Log", () -> page.get().selectTab(1)),
        Shortcut.on(here, "Alt+3", "Config", () -> page.get().selectTab(2)),
        Shortcut.on(here, "Alt+4", "Heat map of a comparison", () -> page.get().selectTab(3)));
  }

  private static List<Shortcut> checkpoint(
      CheckpointPageViewModel model, Supplier<CheckpointPage> page) {
    PageId here = PageId.CHECKPOINT;
    return List.of(
        Shortcut.on(here, "Shortcut+F", "Search tensors", () -> page.get().focusSearch()),
        Shortcut.on(
            here, "Shortcut+R", "Reconstruct pictures", () -> page.get().take(Step.RECONSTRUCT)),
        Shortcut.on(here, "Shortcut+E", "Evaluate it", () -> page.get().take(Step.EVALUATE)),
        Shortcut.on(here, "Shortcut+T", "Fine-tune from it", () -> page.get().take(Step.FINETUNE)),
        Shortcut.on(
            here, "Shortcut+D", "Compare with another", () -> page.get().take(Step.COMPARE)),
        Shortcut.on(here, "Shortcut+L", "Tensors as one list", model.tensors()::toggleFlat),
        Shortcut.on(here, "Shortcut+B", "Fold the facts", model::toggleFacts),
        Shortcut.on(here, "F5", "Read the file again", model.file()::reload),
        Shortcut.on(here, "Shortcut+W", "Close the file", model.file()::close),
        Shortcut.on(here, "Alt+1", "First tab", () -> page.get().selectTab(0)),
        Shortcut.on(here, "Alt+2", "Second tab", () -> page.get().selectTab(1)),
        Shortcut.on(here, "Alt+3", "Third tab", () -> page.get().selectTab(2)));
  }

  private static List<Shortcut> masks(
      MasksViewModel model, Supplier<MasksView> view, MasksActions actions) {
    PageId here = PageId.MASKS;
    List<Shortcut> keys = new ArrayList<>();
    keys.add(Shortcut.on(here, "Shortcut+M", "Another mask", model.controls()::again));
    keys.add(Shortcut.on(here, "Shortcut+R", "To the mask ratio", () -> view.get().focusSlider()));
    keys.add(Shortcut.on(here, "Shortcut+D", "Open a picture", actions::openPicture));
    keys.add(Shortcut.outsideFields(here, "Shortcut+V", "Paste a picture", actions::paste));
    keys.add(
        Shortcut.on(
            here,
            "Shortcut+E",
            "Choose a checkpoint",
            () -> actions.openCheckpoint(model.first())));
    for (StageMode mode : StageMode.values()) {
      keys.add(
          Shortcut.on(
              here,
              "Alt+" + (mode.ordinal() + 1),
              mode.title(),
              () -> model.modeProperty().set(mode)));
    }
    keys.add(
        Shortcut.on(
            here,
            "Alt+4",
            "Keep visible patches",
            () -> model.keepVisibleProperty().set(!model.keepVisibleProperty().get())));
    keys.add(
        Shortcut.on(
            here, "Shortcut+S", "Export as PNG", () -> actions.exportView(view.get().divider())));
    return keys;
  }

  private static List<Shortcut> learn(LearnViewModel model, LearnActions actions) {
    PageId here = PageId.LEARN;
    return List.of(
        Shortcut.on(here, "Page Down", "Next lesson", model::next),
        Shortcut.on(here, "Page Up", "Lesson before", model::previous),
        Shortcut.on(here, "Shortcut+M", "Another mask", model.picture().controls()::again),
        Shortcut.on(here, "Shortcut+D", "Open a picture", actions::openPicture),
        Shortcut.outsideFields(here, "Shortcut+V", "Paste a picture", actions::paste),
        Shortcut.on(here, "Shortcut+E", "Choose a checkpoint", actions::chooseCheckpoint),
        Shortcut.on(here, "Shortcut+Enter", "Start the training", actions::startTraining),
        Shortcut.on(here, "Shortcut+Period", "Stop the training", actions::stopTraining));
  }

  private static List<Shortcut> data(
      DataPageViewModel model, SightViewModel sight, Supplier<DataView> view, DataActions actions) {
    PageId here = PageId.DATA;
    return List.of(
        Shortcut.on(here, "Shortcut+D", "Choose a folder of images", actions::chooseFolder),
        Shortcut.on(here, "Shortcut+Enter", "Use for training", actions::useForTraining),
        Shortcut.on(here, "Shortcut+E", "Check every file", model::checkEveryFile),
        Shortcut.on(here, "F5", "Look through the folder again", model::reload),
        Shortcut.on(here, "Shortcut+R", "The picture in the next epoch", sight::again),
        Shortcut.on(here, "Shortcut+M", "Explore masks on the picture", actions::openInMasks),
        Shortcut.on(here, "Shortcut+Shift+C", "Copy the problems", actions::copyProblems),
        Shortcut.on(here, "Alt+1", "Pictures", () -> view.get().selectTab(0)),
        Shortcut.on(here, "Alt+2", "Problems", () -> view.get().selectTab(1)),
        Shortcut.on(
            here,
            "Alt+3",
            "As pre-training sees",
            () -> sight.byProperty().set(SeenBy.PRETRAINING)),
        Shortcut.on(
            here,
            "Alt+4",
            "As fine-tuning sees",
            () -> sight.byProperty().set(SeenBy.FINE_TUNING)));
  }
}
