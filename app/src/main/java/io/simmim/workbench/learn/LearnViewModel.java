package io.simmim.workbench.learn;

import io.simmim.workbench.masks.ImageSource;
import io.simmim.workbench.masks.Masking;
import io.simmim.workbench.masks.MasksViewModel;
import io.simmim.workbench.masks.ModelState;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Which lesson is open, and the picture that the first five share. A second mask on the same
 * picture is for the lesson that compares two sizes of patches. Models are opened when a lesson
 * first needs one.
 */
public final class LearnViewModel {

  private static final double RATIO = 0.6;
  private static final int LARGE = 32;
  private static final int SMALL = 4;

  private final MasksViewModel picture;
  private final MasksViewModel small;
  private final HeadViewModel head;
  private final Supplier<Optional<Path>> checkpoint;
  private final ObjectProperty<Lesson> lesson = new SimpleObjectProperty<>(this, "lesson");
  private boolean modelWanted = true;
  private boolean begun;

  /**
   * @param picture with the mask of all lessons
   * @param small the second mask on it
   * @param checkpoint the one that fills in what is hidden until the user chooses another
   */
  public LearnViewModel(
      MasksViewModel picture,
      MasksViewModel small,
      Supplier<Optional<Path>> checkpoint,
      Lesson first) {
    this.picture = picture;
    this.small = small;
    this.checkpoint = checkpoint;
    head = new HeadViewModel(picture);
    lesson.set(first);
    small.filmedProperty().set(false);
    picture.filmedProperty().set(false);
    small.controls().ratioProperty().bindBidirectional(picture.controls().ratioProperty());
    small.controls().seedProperty().bindBidirectional(picture.controls().seedProperty());
    picture.sourceProperty().addListener((p, old, now) -> now.ifPresent(this::follow));
    picture.first().stateProperty().addListener((p, old, now) -> fillBoth());
    lesson.addListener((p, old, now) -> enter());
  }

  /** The page is shown for the first time. */
  public void begin() {
    if (!begun) {
      begun = true;
      picture.open(ImageSource.of(""));
      enter();
    }
  }

  public ObjectProperty<Lesson> lessonProperty() {
    return lesson;
  }

  /** Goes on to the next lesson; stays at the last. */
  public void next() {
    go(1);
  }

  /** Goes back to the lesson before; stays at the first. */
  public void previous() {
    go(-1);
  }

  /** The picture with its mask. */
  public MasksViewModel picture() {
    return picture;
  }

  /** The same picture, as much of it hidden in small patches. */
  public MasksViewModel small() {
    return small;
  }

  /** What the head of the model makes of one patch. */
  public HeadViewModel head() {
    return head;
  }

  private void go(int by) {
    int wanted = lesson.get().ordinal() + by;
    if (wanted >= 0 && wanted < Lesson.values().length) {
      lesson.set(Lesson.values()[wanted]);
    }
  }

  /** Every lesson begins with the mask that its words are about. */
  private void enter() {
    if (!begun) {
      return;
    }
    Lesson now = lesson.get();
    picture.controls().maskingProperty().set(Masking.RANDOM);
    picture.controls().choosePatchSize(LARGE);
    picture.controls().chooseRatio(RATIO);
    small.controls().choosePatchSize(SMALL);
    picture.filmedProperty().set(now == Lesson.RATIO);
    if (now.isFilling() && modelWanted) {
      modelWanted = false;
      checkpoint.get().ifPresent(picture.first()::open);
    }
    if (now == Lesson.PATCH) {
      picture.sourceProperty().get().ifPresent(this::follow);
      fillBoth();
    }
  }

  private void follow(ImageSource source) {
    if (lesson.get() == Lesson.PATCH && !small.sourceProperty().get().equals(Optional.of(source))) {
      small.open(source);
    }
  }

  /** What fills in the one picture fills in the other. */
  private void fillBoth() {
    ModelState state = picture.first().stateProperty().get();
    Optional<Path> other = small.first().stateProperty().get().file();
    if (lesson.get() == Lesson.PATCH && !state.isLoading() && !state.file().equals(other)) {
      state.file().ifPresentOrElse(small.first()::open, small.first()::clear);
    }
  }
}
