package io.simmim.workbench;

import io.simmim.core.inspect.Inspection;
import io.simmim.workbench.checkpoint.CheckpointActions;
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
import io.simmim.workbench.fx.Workers;
import io.simmim.workbench.launch.Launcher;
import io.simmim.workbench.picture.PictureLoader;
import io.simmim.workbench.shell.CheckpointMemory;
import io.simmim.workbench.shell.SettingsStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Puts the page Checkpoint together, and remembers how it was left. */
final class CheckpointCorner implements AutoCloseable {

  private final SettingsStore settings;
  private final Executor toolkit;
  private final Executor pictures;
  private final ReconstructionProcess reconstruction;
  private final CheckpointPageViewModel model;

  CheckpointCorner(
      SettingsStore settings,
      Executor toolkit,
      Launcher launcher,
      ExperimentViewModel experiment,
      Executor pictures) {
    this.settings = settings;
    this.toolkit = toolkit;
    this.pictures = pictures;
    reconstruction =
        new ReconstructionProcess(
            Workers.threadPerTask("reconstruct"),
            toolkit,
            launcher,
            experiment.launch().deviceProperty()::get);
    model =
        new CheckpointPageViewModel(
            new OpenFileViewModel(Workers.threadPerTask("inspect"), toolkit, recent()),
            new TensorsViewModel(Workers.threadPerTask("tensor-values"), toolkit),
            new ReconstructionViewModel(reconstruction),
            new ComparisonViewModel(Workers.threadPerTask("compare"), toolkit),
            new TargetViewModel(
                new TargetProcess(Workers.threadPerTask("target"), toolkit, launcher)));
    model.factsShownProperty().set(!memory().folded());
  }

  CheckpointPageViewModel model() {
    return model;
  }

  CheckpointPage page(CheckpointActions actions, FigureActions figures) {
    TensorPanel panel =
        new TensorPanel(
            new TensorViewModel(Workers.single("tensor"), toolkit),
            figures,
            Workers.threadPerTask("figure"));
    Remembered split = new Remembered(memory().split(), share -> remember(m -> m.withSplit(share)));
    return new CheckpointPage(model, actions, new PictureLoader(pictures, toolkit), panel, split);
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
