package io.simmim.workbench;

import io.simmim.core.convert.Layout;
import io.simmim.core.inspect.Inspection;
import io.simmim.workbench.checkpoint.CheckpointActions;
import io.simmim.workbench.checkpoint.CheckpointPageViewModel;
import io.simmim.workbench.checkpoint.CheckpointPageViewModel.Part;
import io.simmim.workbench.checkpoint.DroppedFiles;
import io.simmim.workbench.checkpoint.Offers;
import io.simmim.workbench.checkpoint.Step;
import io.simmim.workbench.masks.CheckpointEndings;
import io.simmim.workbench.shell.Dialogs;
import io.simmim.workbench.shell.Notice;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.shell.ShellViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Does what the page Checkpoint asks for with dialogs, clipboard and other pages. */
final class CheckpointDesk implements CheckpointActions {

  /** Names of checkpoints. */
  static final List<String> PATTERNS = CheckpointEndings.patterns();

  /** Names of pictures. */
  static final List<String> PICTURES =
      DroppedFiles.PICTURES.stream()
          .flatMap(end -> Stream.of("*" + end, "*" + end.toUpperCase(Locale.ROOT)))
          .toList();

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

  /** Whether the open checkpoint can reconstruct. */
  boolean canFillIn() {
    return model
        .openProperty()
        .get()
        .filter(inspection -> Offers.allows(inspection, Step.RECONSTRUCT))
        .isPresent();
  }

  /** Lets the open checkpoint reconstruct pictures. */
  void fillIn(List<Path> pictures) {
    shell.open(PageId.CHECKPOINT);
    model.partProperty().set(Part.RECONSTRUCTION);
    model.reconstruction().fill(pictures);
  }

  /** Opens the first and compares it with the second. */
  void openBeside(Path a, Path b) {
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
