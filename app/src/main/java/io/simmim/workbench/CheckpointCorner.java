package io.simmim.workbench;

import io.simmim.core.inspect.Inspection;
import io.simmim.workbench.checkpoint.CheckpointPage;
import io.simmim.workbench.checkpoint.CheckpointPageViewModel;
import io.simmim.workbench.checkpoint.CheckpointPageViewModel.Part;
import io.simmim.workbench.checkpoint.ComparisonViewModel;
import io.simmim.workbench.checkpoint.FigureActions;
import io.simmim.workbench.checkpoint.OpenFileViewModel;
import io.simmim.workbench.checkpoint.RecentFiles;
import io.simmim.workbench.checkpoint.ReconstructionProcess;
import io.simmim.workbench.checkpoint.ReconstructionViewModel;
import io.simmim.workbench.checkpoint.Remembered;
import io.simmim.workbench.checkpoint.TargetProcess;
import io.simmim.workbench.checkpoint.TargetViewModel;
import io.simmim.workbench.checkpoint.TensorPanel;
import io.simmim.workbench.checkpoint.TensorViewModel;
import io.simmim.workbench.checkpoint.TensorsViewModel;
import io.simmim.workbench.experiment.ExperimentViewModel;
import io.simmim.workbench.fx.Lazily;
import io.simmim.workbench.fx.Workers;
import io.simmim.workbench.launch.Errands;
import io.simmim.workbench.picture.PictureLoader;
import io.simmim.workbench.runs.RunsViewModel;
import io.simmim.workbench.shell.CheckpointMemory;
import io.simmim.workbench.shell.Dialogs;
import io.simmim.workbench.shell.SettingsStore;
import io.simmim.workbench.shell.ShellViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Puts the page Checkpoint together, and remembers how it was left. */
final class CheckpointCorner implements AutoCloseable {

  private final SettingsStore settings;
  private final ReconstructionProcess reconstruction;
  private final CheckpointPageViewModel model;
  private final CheckpointDesk desk;
  private final Lazily<CheckpointPage> page;

  CheckpointCorner(
      SettingsStore settings,
      Executor toolkit,
      Executor pictures,
      Errands errands,
      Dialogs dialogs,
      ShellViewModel shell,
      ExperimentViewModel experiment,
      RunsViewModel runs,
      NextSteps next,
      FigureDesk figures) {
    this.settings = settings;
    reconstruction = new ReconstructionProcess(errands, experiment.launch().deviceProperty()::get);
    model =
        new CheckpointPageViewModel(
            new OpenFileViewModel(Workers.threadPerTask("inspect"), toolkit, recent()),
            new TensorsViewModel(Workers.threadPerTask("tensor-values"), toolkit),
            new ReconstructionViewModel(reconstruction),
            new ComparisonViewModel(Workers.threadPerTask("compare"), toolkit),
            new TargetViewModel(new TargetProcess(errands)));
    model.factsShownProperty().set(!memory().folded());
    desk =
        new CheckpointDesk(
            dialogs,
            shell,
            next,
            model,
            new ConversionDesk(errands, dialogs, shell::tell, model.conversion()),
            runs.workspaceProperty()::get,
            () -> Path.of(experiment.data().folderProperty().get()).toAbsolutePath());
    page = new Lazily<>(() -> page(toolkit, new PictureLoader(pictures, toolkit), figures));
  }

  CheckpointPageViewModel model() {
    return model;
  }

  CheckpointDesk desk() {
    return desk;
  }

  CheckpointPage page() {
    return page.get();
  }

  private CheckpointPage page(Executor toolkit, PictureLoader pictures, FigureActions figures) {
    TensorPanel panel =
        new TensorPanel(
            new TensorViewModel(Workers.single("tensor"), toolkit),
            figures,
            Workers.threadPerTask("figure"));
    Remembered split = new Remembered(memory().split(), share -> remember(m -> m.withSplit(share)));
    return new CheckpointPage(model, desk, pictures, panel, split);
  }

  /** Opens the file of last time, if it is still there. */
  void openLast() {
    String last = memory().last();
    if (!last.isEmpty() && Files.exists(Path.of(last))) {
      model.reopen(Path.of(last), front());
    }
  }

  @Override
  public void close() {
    String file = model.openProperty().get().map(CheckpointCorner::path).orElse("");
    boolean folded = !model.factsShownProperty().get();
    String tab = model.partProperty().get().name();
    remember(memory -> memory.withLast(file).withTab(tab).withFolded(folded));
    model.file().close();
    reconstruction.close();
  }

  private Part front() {
    return Stream.of(Part.values())
        .filter(part -> part.name().equals(memory().tab()))
        .findFirst()
        .orElse(Part.TENSORS);
  }

  private RecentFiles recent() {
    List<Path> files = memory().recent().stream().map(Path::of).toList();
    return new RecentFiles(
        files, now -> remember(m -> m.withRecent(now.stream().map(Path::toString).toList())));
  }

  private CheckpointMemory memory() {
    return settings.get().checkpoint();
  }

  private void remember(UnaryOperator<CheckpointMemory> change) {
    settings.update(s -> s.withCheckpoint(change.apply(s.checkpoint())));
  }

  private static String path(Inspection open) {
    return open.file().path().toString();
  }
}
