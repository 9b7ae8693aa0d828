package io.simmim.workbench;

import io.simmim.core.convert.Layout;
import io.simmim.core.inspect.Inspection;
import io.simmim.workbench.checkpoint.CheckpointActions;
import io.simmim.workbench.checkpoint.CheckpointPageViewModel;
import io.simmim.workbench.checkpoint.CheckpointPageViewModel.Part;
import io.simmim.workbench.checkpoint.DroppedFiles;
import io.simmim.workbench.checkpoint.Offers;
import io.simmim.workbench.checkpoint.Step;
import io.simmim.workbench.shell.Dialogs;
import io.simmim.workbench.shell.Notice;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.shell.ShellViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Does what the page Checkpoint asks for with dialogs, clipboard and other pages. */
final class CheckpointDesk implements CheckpointActions {

  /** Names of checkpoints. */
  static final List<String> PATTERNS =
      List.of("*.pth", "*.pt", "*.safetensors", "*.bin", "*.ckpt", "*.tar");

  private static final List<String> PICTURES =
      List.of("*.jpg", "*.jpeg", "*.png", "*.webp", "*.bmp", "*.gif", "*.tif", "*.tiff");

  private final Dialogs dialogs;
  private final ShellViewModel shell;
  private final NextSteps next;
  private final CheckpointPageViewModel model;
  private final ConversionDesk conversions;
  private final Supplier<Path> runs;
  private final Supplier<Path> data;

  /**
   * @param runs folder in which to look for checkpoints first
   * @param data folder in which to look for pictures first
   */
  CheckpointDesk(
      Dialogs dialogs,
      ShellViewModel shell,
      NextSteps next,
      CheckpointPageViewModel model,
      ConversionDesk conversions,
      Supplier<Path> runs,
      Supplier<Path> data) {
    this.dialogs = dialogs;
    this.shell = shell;
    this.next = next;
    this.model = model;
    this.conversions = conversions;
    this.runs = runs;
    this.data = data;
  }

  @Override
  public void chooseFile() {
    dialogs.file("Checkpoints", PATTERNS, lastFolder()).ifPresent(this::open);
  }

  @Override
  public void chooseFolder() {
    dialogs.folder("Folder of a Hugging Face model", lastFolder()).ifPresent(this::open);
  }

  @Override
  public void open(Path file) {
    shell.open(PageId.CHECKPOINT);
    model.file().open(file);
  }

  @Override
  public void take(Step step) {
    model.openProperty().get().ifPresent(inspection -> take(step, inspection));
  }

  private void take(Step step, Inspection inspection) {
    switch (step) {
      case RECONSTRUCT -> {
        List<Path> pictures = dialogs.files("Pictures", PICTURES, data.get());
        if (!pictures.isEmpty()) {
          fillIn(pictures);
        }
      }
      case EVALUATE -> next.evaluate(inspection);
      case FINETUNE -> next.fineTune(inspection);
      case CONVERT -> {
        // The menu on its button asks for the layout first.
      }
      case COMPARE ->
          dialogs
              .file("Checkpoints", PATTERNS, lastFolder())
              .ifPresent(other -> compare(inspection, other));
    }
  }

  @Override
  public void compareFolder() {
    model
        .openProperty()
        .get()
        .ifPresent(
            inspection ->
                dialogs
                    .folder("Folder of a Hugging Face model to compare with", lastFolder())
                    .ifPresent(other -> compare(inspection, other)));
  }

  @Override
  public void convert(Layout layout) {
    model.openProperty().get().ifPresent(open -> conversions.convert(open, layout));
  }

  @Override
  public void copy(String text) {
    dialogs.copy(text);
    shell.tell(Notice.done("It is on the clipboard."));
  }

  /** What a drop of these files would do. */
  String hint(List<Path> files) {
    DroppedFiles dropped = DroppedFiles.of(files);
    if (dropped instanceof DroppedFiles.Open) {
      return "Drop to open the checkpoint";
    }
    if (dropped instanceof DroppedFiles.Compare) {
      return "Drop to compare the two checkpoints";
    }
    return dropped instanceof DroppedFiles.Pictures && canFillIn()
        ? "Drop to let the checkpoint fill them in"
        : "This is no checkpoint";
  }

  /** Files were dropped on the window. */
  void drop(List<Path> files) {
    DroppedFiles dropped = DroppedFiles.of(files);
    if (dropped instanceof DroppedFiles.Open open) {
      open(open.file());
    } else if (dropped instanceof DroppedFiles.Compare both) {
      openBeside(both.a(), both.b());
    } else if (dropped instanceof DroppedFiles.Pictures pictures) {
      dropPictures(pictures.files());
    } else if (dropped instanceof DroppedFiles.Refuse refuse) {
      shell.tell(Notice.failed(refuse.sentence(), ""));
    }
  }

  private void dropPictures(List<Path> pictures) {
    if (canFillIn()) {
      fillIn(pictures);
    } else {
      shell.tell(
          Notice.failed(
              "Pictures are no checkpoints; open a pre-training on the page Checkpoint first, then"
                  + " it can fill them in.",
              ""));
    }
  }

  private boolean canFillIn() {
    return shell.pageProperty().get() == PageId.CHECKPOINT
        && model
            .openProperty()
            .get()
            .filter(inspection -> Offers.allows(inspection, Step.RECONSTRUCT))
            .isPresent();
  }

  private void fillIn(List<Path> pictures) {
    shell.open(PageId.CHECKPOINT);
    model.partProperty().set(Part.RECONSTRUCTION);
    model.reconstruction().fill(pictures);
  }

  private void openBeside(Path a, Path b) {
    open(a);
    model.file().whenOpened(inspection -> compare(inspection, b));
  }

  private void compare(Inspection inspection, Path other) {
    model.comparison().compare(inspection, other);
    model.partProperty().set(Part.COMPARISON);
  }

  private Path lastFolder() {
    return Optional.of(model.file().recent().files())
        .filter(files -> !files.isEmpty())
        .map(files -> files.get(0).getParent())
        .orElseGet(runs);
  }
}
