package io.simmim.workbench.learn;

import io.simmim.core.reconstruct.HeadShape;
import io.simmim.workbench.masks.Feature;
import io.simmim.workbench.masks.Filled;
import io.simmim.workbench.masks.MaskedPicture;
import io.simmim.workbench.masks.MasksViewModel;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One square of the picture, from the feature vector to the pixels. There is always one chosen, and
 * it is hidden unless the user chose a visible one.
 */
public final class HeadViewModel {

  private final MasksViewModel picture;
  private final ReadOnlyObjectWrapper<Optional<PredictedSquare>> square =
      new ReadOnlyObjectWrapper<>(this, "square", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Feature>> feature =
      new ReadOnlyObjectWrapper<>(this, "feature", Optional.empty());
  private boolean shown;
  private int row = -1;
  private int column = -1;
  private boolean chosenByUser;

  HeadViewModel(MasksViewModel picture) {
    this.picture = picture;
    picture.first().filledProperty().addListener((p, old, now) -> refresh());
  }

  /** The chosen square; empty until a model has filled the picture in. */
  ReadOnlyObjectProperty<Optional<PredictedSquare>> squareProperty() {
    return square.getReadOnlyProperty();
  }

  /** What the head is given for it; empty until the model has said so. */
  ReadOnlyObjectProperty<Optional<Feature>> featureProperty() {
    return feature.getReadOnlyProperty();
  }

  /** Asks the model for feature vectors only while somebody looks. */
  public void setShown(boolean now) {
    shown = now;
    refresh();
  }

  /** Chooses the square at a pixel of the picture. */
  public void chooseAt(int pixelRow, int pixelColumn) {
    head()
        .ifPresent(
            head -> {
              chosenByUser = true;
              choose(pixelRow / head.stride(), pixelColumn / head.stride());
            });
  }

  /** Chooses the next hidden square, after the last the first again. */
  public void next() {
    head()
        .ifPresent(
            head -> {
              chosenByUser = false;
              int side = side(head);
              int place = row * side + column;
              for (int i = 1; i <= side * side; i++) {
                int candidate = Math.floorMod(place + i, side * side);
                if (isHidden(head, candidate / side, candidate % side)) {
                  choose(candidate / side, candidate % side);
                  return;
                }
              }
            });
  }

  private void choose(int newRow, int newColumn) {
    row = newRow;
    column = newColumn;
    refresh();
  }

  private void refresh() {
    Optional<Filled> filled = picture.first().filledProperty().get();
    Optional<HeadShape> head = head();
    if (!shown || filled.isEmpty() || head.isEmpty()) {
      square.set(Optional.empty());
      feature.set(Optional.empty());
      return;
    }
    MaskedPicture now =
        new MaskedPicture(
            filled.get().panels().original(),
            filled.get().result().mask(),
            filled.get().panels().masked());
    settle(head.get(), now);
    square.set(Optional.of(new PredictedSquare(filled.get(), now, head.get(), row, column)));
    feature.set(Optional.empty());
    picture.first().feature(now, row, column, this::take);
  }

  private void take(Feature answer) {
    boolean wanted =
        square
            .get()
            .filter(
                now ->
                    now.picture().equals(answer.picture())
                        && now.row() == answer.row()
                        && now.column() == answer.column())
            .isPresent();
    if (wanted) {
      feature.set(Optional.of(answer));
    }
  }

  /** Another mask may show the square, another model may have no such place. */
  private void settle(HeadShape head, MaskedPicture now) {
    int side = now.original().width() / head.stride();
    boolean there = row >= 0 && row < side && column >= 0 && column < side;
    if (there && (chosenByUser || isHidden(head, now, row, column))) {
      return;
    }
    chosenByUser = false;
    int best = Integer.MAX_VALUE;
    int middle = side / 2;
    row = middle;
    column = middle;
    for (int place = 0; place < side * side; place++) {
      int distance = Math.abs(place / side - middle) + Math.abs(place % side - middle);
      if (distance < best && isHidden(head, now, place / side, place % side)) {
        best = distance;
        row = place / side;
        column = place % side;
      }
    }
  }

  private Optional<HeadShape> head() {
    return picture.first().stateProperty().get().head();
  }

  private int side(HeadShape head) {
    return picture.controls().geometryProperty().get().imgSize() / head.stride();
  }

  private boolean isHidden(HeadShape head, int atRow, int atColumn) {
    return square.get().map(s -> isHidden(head, s.picture(), atRow, atColumn)).orElse(false);
  }

  private static boolean isHidden(HeadShape head, MaskedPicture in, int atRow, int atColumn) {
    int size = in.original().width();
    return PredictedSquare.isHidden(in.mask(), size, head.stride(), atRow, atColumn);
  }
}
