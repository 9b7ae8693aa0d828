package io.simmim.core.data;

import io.simmim.core.fault.DataException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The two parts of a data set with classes. The class folders of the training part name and number
 * the classes. With {@code train} and {@code val} inside the folder these are the parts; without
 * {@code val}, a tenth of each class is held out from training.
 *
 * @param train images to train on
 * @param validation images to evaluate on, labelled with the classes of the training part
 * @param note what the program decided, one sentence to be logged; empty when the folders say it
 *     all
 */
public record LabelledSplit(
    LabelledImages train, LabelledImages validation, Optional<String> note) {

  /**
   * Lists the images of a data set to be fine-tuned on.
   *
   * @param dataPath its folder, the value of {@code DATA.DATA_PATH}
   * @throws DataException when it is not given or missing, a part holds no image, an image lies in
   *     no class folder, or {@code val} has a class that {@code train} lacks
   */
  public static LabelledSplit of(String dataPath) throws DataException {
    Path root = DataSplit.root(dataPath);
    boolean train = DataSplit.hasPart(root, DataSplit.TRAIN);
    boolean validation = DataSplit.hasPart(root, DataSplit.VALIDATION);
    if (validation && !train) {
      throw new DataException(
          "%s has a folder val but no folder train: add the images to train on.".formatted(root));
    }
    ImageFolder images = ImageFolder.scan(DataSplit.trainingPart(root));
    return validation ? given(images, root) : heldOut(images);
  }

  private static LabelledSplit given(ImageFolder images, Path root) throws DataException {
    LabelledImages train = LabelledImages.of(images);
    ImageFolder validation = ImageFolder.scan(root.resolve(DataSplit.VALIDATION));
    return new LabelledSplit(
        train, LabelledImages.of(validation, train.classNames()), Optional.empty());
  }

  private static LabelledSplit heldOut(ImageFolder images) throws DataException {
    LabelledImages all = LabelledImages.of(images);
    HeldOutTenth tenth = HeldOutTenth.of(all);
    LabelledImages train = LabelledImages.of(images.subset(tenth.rest()), all.classNames());
    LabelledImages validation = LabelledImages.of(images.subset(tenth.held()), all.classNames());
    String note =
        "There is no folder val, so %d of the %d images, a tenth of each class, are held out of training to evaluate on."
            .formatted(validation.size(), all.size());
    return new LabelledSplit(train, validation, Optional.of(note));
  }
}
