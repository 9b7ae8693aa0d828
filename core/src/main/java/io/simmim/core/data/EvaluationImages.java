package io.simmim.core.data;

import io.simmim.core.fault.DataException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The images of a data set that a classifier is measured on: those in {@code val}, or else those
 * that fine-tuning holds out.
 *
 * @param images labelled with the classes of the classifier
 * @param note what the program decided, one sentence to be logged; empty when the folders say it
 *     all
 */
public record EvaluationImages(LabelledImages images, Optional<String> note) {

  /**
   * Lists the images.
   *
   * @param dataPath folder of the data set, the value of {@code DATA.DATA_PATH}
   * @param classNames the classifier's, by index; empty when it does not name them, which then are
   *     the class folders that it was trained on, or those of {@code val} where there is no {@code
   *     train}
   * @throws DataException when the folder is not given or missing, holds no image, has an image in
   *     no class folder, or has a class that is not among the classifier's
   */
  public static EvaluationImages of(String dataPath, List<String> classNames) throws DataException {
    Path root = DataSplit.root(dataPath);
    if (!DataSplit.hasPart(root, DataSplit.VALIDATION)) {
      return heldOut(dataPath, classNames);
    }
    ImageFolder folder = ImageFolder.scan(root.resolve(DataSplit.VALIDATION));
    return new EvaluationImages(
        LabelledImages.of(folder, orOf(classNames, root, folder)), Optional.empty());
  }

  // The training part may be a thousand times as large, so it is only looked at when it must be.
  private static List<String> orOf(List<String> known, Path root, ImageFolder validation)
      throws DataException {
    if (!known.isEmpty()) {
      return known;
    }
    return DataSplit.hasPart(root, DataSplit.TRAIN)
        ? ImageFolder.scan(root.resolve(DataSplit.TRAIN)).classNames()
        : validation.classNames();
  }

  private static EvaluationImages heldOut(String dataPath, List<String> classNames)
      throws DataException {
    LabelledSplit split = LabelledSplit.of(dataPath);
    LabelledImages images =
        classNames.isEmpty()
            ? split.validation()
            : LabelledImages.of(split.validation().folder(), classNames);
    String note =
        "There is no folder val, so the %d of the %d images are evaluated on that fine-tuning holds out; to evaluate on all of them, put the class folders into a folder val."
            .formatted(images.size(), images.size() + split.train().size());
    return new EvaluationImages(images, Optional.of(note));
  }
}
