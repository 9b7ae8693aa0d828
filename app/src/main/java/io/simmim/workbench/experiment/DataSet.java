package io.simmim.workbench.experiment;

import io.simmim.core.data.DataSplit;
import io.simmim.core.data.EvaluationImages;
import io.simmim.core.data.ImageFolder;
import io.simmim.core.data.LabelledImages;
import io.simmim.core.data.LabelledSplit;
import io.simmim.core.fault.DataException;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.launch.RunStage;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder of images as a stage sees it.
 *
 * @param stage whose eyes these are
 * @param seen the images that it works on: those trained on, or those evaluated on
 * @param validation how many more it measures accuracy on
 * @param classes 0 when the images have none
 * @param heldOut whether the validation images were taken from the training images
 */
public record DataSet(
    RunStage stage, ImageFolder seen, int validation, int classes, boolean heldOut) {

  /**
   * Looks through a folder.
   *
   * @throws DataException if it does not hold what the stage needs
   */
  static DataSet of(String folder, RunStage stage) throws DataException {
    return switch (stage) {
      case PRETRAIN, THROUGHPUT -> unlabelled(folder);
      case FINETUNE -> forTraining(LabelledSplit.of(folder));
      case EVALUATE -> forEvaluation(EvaluationImages.of(folder, List.of()).images());
    };
  }

  private static DataSet unlabelled(String folder) throws DataException {
    try {
      ImageFolder images = ImageFolder.scan(DataSplit.trainingPart(Path.of(folder)));
      return new DataSet(RunStage.PRETRAIN, images, 0, images.classNames().size(), false);
    } catch (InvalidPathException e) {
      throw new DataException("This is not the path of a folder: " + e.getReason() + ".", e);
    }
  }

  private static DataSet forTraining(LabelledSplit split) {
    return new DataSet(
        RunStage.FINETUNE,
        split.train().folder(),
        split.validation().size(),
        split.train().classes(),
        split.note().isPresent());
  }

  private static DataSet forEvaluation(LabelledImages images) {
    return new DataSet(RunStage.EVALUATE, images.folder(), 0, images.classes(), false);
  }

  /** Images worked on. */
  public int size() {
    return seen.size();
  }

  /** What was found. */
  String inWords() {
    String images = InWords.count(size()) + (size() == 1 ? " image" : " images");
    if (validation > 0) {
      String how = heldOut ? " held out to validate" : " to validate";
      return images + ", " + InWords.count(validation) + how;
    }
    return classes == 0 ? images : images + " in " + InWords.count(classes) + " classes";
  }
}
