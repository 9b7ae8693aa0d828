package io.simmim.workbench;

import io.simmim.workbench.checkpoint.DroppedFiles;
import io.simmim.workbench.shell.Notice;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.shell.ShellViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes files dropped anywhere on the window to where they are of use. The pages Masks and Learn
 * keep what is dropped on them, the page Data opens a folder; elsewhere checkpoints open on their
 * own page, and pictures go to the open checkpoint when its page shows one that can fill them in,
 * else to Masks.
 */
final class DropDesk {

  private final ShellViewModel shell;
  private final CheckpointDesk checkpoints;
  private final MasksDesk masks;
  private final LearnDesk learn;
  private final Consumer<Path> openData;
  private final Consumer<Path> importLog;

  /**
   * A desk.
   *
   * @param openData shows a folder of images on the page Data
   * @param importLog makes a run of an official training log
   */
  DropDesk(
      ShellViewModel shell,
      CheckpointDesk checkpoints,
      MasksDesk masks,
      LearnDesk learn,
      Consumer<Path> openData,
      Consumer<Path> importLog) {
    this.openData = openData;
    this.importLog = importLog;
    this.shell = shell;
    this.checkpoints = checkpoints;
    this.masks = masks;
    this.learn = learn;
  }

  /** What a drop of these files would do. */
  String hint(List<Path> files) {
    if (areLogs(files)) {
      return "Drop to take the training log over as a run";
    }
    if (isDataFolder(files)) {
      return "Drop to look through the folder";
    }
    DroppedFiles dropped = DroppedFiles.of(files);
    if (dropped instanceof DroppedFiles.Open) {
      return isOpen(PageId.MASKS) || isOpen(PageId.LEARN)
          ? "Drop to fill in with this checkpoint"
          : "Drop to open the checkpoint";
    }
    if (dropped instanceof DroppedFiles.Compare) {
      return "Drop to compare the two checkpoints";
    }
    if (dropped instanceof DroppedFiles.Pictures && isOpen(PageId.LEARN)) {
      return "Drop to use the picture in the lessons";
    }
    if (dropped instanceof DroppedFiles.Pictures) {
      return goToCheckpoint()
          ? "Drop to let the checkpoint fill them in"
          : "Drop to explore masks on the picture";
    }
    return "This is neither a checkpoint nor a picture";
  }

  /** Files were dropped. */
  void drop(List<Path> files) {
    if (areLogs(files)) {
      shell.open(PageId.RUNS);
      files.forEach(importLog);
      return;
    }
    if (isDataFolder(files)) {
      openData.accept(files.get(0));
      return;
    }
    DroppedFiles dropped = DroppedFiles.of(files);
    if (dropped instanceof DroppedFiles.Open open) {
      open(open.file());
    } else if (dropped instanceof DroppedFiles.Compare both) {
      checkpoints.openBeside(both.a(), both.b());
    } else if (dropped instanceof DroppedFiles.Pictures pictures) {
      take(pictures.files());
    } else if (dropped instanceof DroppedFiles.Refuse refuse) {
      shell.tell(Notice.failed(refuse.sentence(), ""));
    }
  }

  private void open(Path checkpoint) {
    if (isOpen(PageId.MASKS)) {
      masks.take(checkpoint);
    } else if (isOpen(PageId.LEARN)) {
      learn.take(checkpoint);
    } else {
      checkpoints.open(checkpoint);
    }
  }

  private void take(List<Path> pictures) {
    if (goToCheckpoint()) {
      checkpoints.fillIn(pictures);
    } else if (isOpen(PageId.LEARN)) {
      learn.take(pictures.get(0));
    } else {
      shell.open(PageId.MASKS);
      masks.take(pictures.get(0));
    }
  }

  private boolean goToCheckpoint() {
    return isOpen(PageId.CHECKPOINT) && checkpoints.canFillIn();
  }

  private boolean isDataFolder(List<Path> files) {
    return isOpen(PageId.DATA) && files.size() == 1 && Files.isDirectory(files.get(0));
  }

  private static boolean areLogs(List<Path> files) {
    return !files.isEmpty()
        && files.stream().allMatch(f -> f.getFileName().toString().matches(".*\\.(txt|log)"));
  }

  private boolean isOpen(PageId page) {
    return shell.pageProperty().get() == page;
  }
}
