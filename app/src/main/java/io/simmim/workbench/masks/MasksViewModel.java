package io.simmim.workbench.masks;

import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.AvgDistCurve;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * A picture, its mask, and what up to two models make of it. The mask follows the controls at once,
 * the models follow on their own thread.
 */
public final class MasksViewModel {

  private static final int MASKS_PER_POINT = 8;

  private final Consumer<String> tell;
  private final MaskControls controls = new MaskControls();
  private final ModelSlot first;
  private final ModelSlot second;
  private final FilmStrip film;
  private final Reconstructions reconstructions;
  private final PictureReading reading;
  private final MeasuredCurves curves;

  private final ReadOnlyObjectWrapper<Optional<ImageSource>> source =
      new ReadOnlyObjectWrapper<>(this, "source", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<MaskedPicture>> picture =
      new ReadOnlyObjectWrapper<>(this, "picture", Optional.empty());
  private final ReadOnlyObjectWrapper<MaskNumbers> numbers =
      new ReadOnlyObjectWrapper<>(this, "numbers");
  private final ObjectProperty<StageMode> mode =
      new SimpleObjectProperty<>(this, "mode", StageMode.SIDE_BY_SIDE);
  private final BooleanProperty filmed = new SimpleBooleanProperty(this, "filmed", true);
  private final BooleanProperty keepVisible = new SimpleBooleanProperty(this, "keepVisible", true);

  /**
   * @param background for reading pictures and measuring curves
   * @param models the one thread that owns the engine
   * @param tell takes one sentence about what went wrong
   */
  public MasksViewModel(
      Executor background,
      Executor models,
      Executor toolkit,
      EngineModels engine,
      Consumer<String> tell) {
    this(background, models, toolkit, (Model.Source) engine, tell, MASKS_PER_POINT);
  }

  MasksViewModel(
      Executor background,
      Executor models,
      Executor toolkit,
      Model.Source engine,
      Consumer<String> tell,
      int masksPerPoint) {
    this.tell = tell;
    reading = new PictureReading(background, toolkit, this::take, tell);
    curves = new MeasuredCurves(background, toolkit, masksPerPoint);
    first = new ModelSlot(models, toolkit, engine);
    second = new ModelSlot(models, toolkit, engine);
    film = new FilmStrip(models, toolkit, first);
    reconstructions = new Reconstructions(models, toolkit, List.of(first, second), this::answered);
    controls.maskProperty().addListener((p, old, now) -> maskChanged());
    controls.patchSizeProperty().addListener((p, old, now) -> patchSizeChanged());
    controls.seedProperty().addListener((p, old, now) -> refreshFilm());
    controls.maskingProperty().addListener((p, old, now) -> refreshFilm());
    filmed.addListener((p, old, now) -> refreshFilm());
    first.stateProperty().addListener((p, old, now) -> modelChanged(first));
    second.stateProperty().addListener((p, old, now) -> modelChanged(second));
    count();
  }

  public MaskControls controls() {
    return controls;
  }

  public ModelSlot first() {
    return first;
  }

  /** The model to compare with. */
  public ModelSlot second() {
    return second;
  }

  public FilmStrip film() {
    return film;
  }

  /** Where the picture comes from; empty before one was opened. */
  public ReadOnlyObjectProperty<Optional<ImageSource>> sourceProperty() {
    return source.getReadOnlyProperty();
  }

  /** Name of the picture that is being read or drawn; empty while none is. */
  public ReadOnlyStringProperty readingProperty() {
    return reading.readingProperty();
  }

  /** The picture with its mask; empty before one was read. */
  public ReadOnlyObjectProperty<Optional<MaskedPicture>> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /** AvgDist over the ratio for every size of mask patches; empty until they are measured. */
  public ReadOnlyObjectProperty<List<AvgDistCurve>> curvesProperty() {
    return curves.curvesProperty();
  }

  /** How the pictures are laid out. */
  public ObjectProperty<StageMode> modeProperty() {
    return mode;
  }

  /** Whether reconstructions show the original where it is visible, not what is predicted there. */
  public BooleanProperty keepVisibleProperty() {
    return keepVisible;
  }

  /** Whether the picture at all ratios is wanted, which costs nine reconstructions. */
  public BooleanProperty filmedProperty() {
    return filmed;
  }

  /** Numbers of the mask. */
  public ReadOnlyObjectProperty<MaskNumbers> numbersProperty() {
    return numbers.getReadOnlyProperty();
  }

  /** Takes another picture; one that cannot be read is told and changes nothing. */
  public void open(ImageSource wanted) {
    Geometry geometry = controls.geometryProperty().get();
    reading.read(wanted, geometry.imgSize());
    curves.show(geometry);
  }

  /** Stays with the picture on display. */
  public void giveUpReading() {
    reading.giveUp();
  }

  private void take(ImageSource from, RgbImage square) {
    source.set(Optional.of(from));
    showMasked(square);
    refreshFilm();
  }

  private void patchSizeChanged() {
    if (controls.maskingProperty().get() == Masking.PAINTED) {
      count();
    }
    refreshFilm();
  }

  private void count() {
    numbers.set(
        MaskNumbers.of(
            controls.maskProperty().get(),
            controls.geometryProperty().get(),
            controls.patchSizeProperty().get()));
  }

  private void maskChanged() {
    count();
    picture.get().map(MaskedPicture::original).ifPresent(this::showMasked);
  }

  private void showMasked(RgbImage square) {
    Geometry geometry = controls.geometryProperty().get();
    if (square.width() != geometry.imgSize()) {
      return; // read again for another model; the picture of the right size is on its way
    }
    boolean another = picture.get().filter(now -> now.original().equals(square)).isEmpty();
    if (another) {
      first.show(Optional.empty());
      second.show(Optional.empty());
    }
    MaskedPicture masked = MaskedPicture.of(square, controls.maskProperty().get());
    picture.set(Optional.of(masked));
    ask();
  }

  private void ask() {
    boolean ready = first.stateProperty().get().isReady() || second.stateProperty().get().isReady();
    Geometry geometry = controls.geometryProperty().get();
    if (ready) {
      picture
          .get()
          .filter(now -> now.fits(geometry))
          .ifPresent(now -> reconstructions.ask(new Reconstructions.Request(now, geometry)));
    }
  }

  private void answered(Reconstructions.Answer answer) {
    boolean ofThisPicture =
        picture
            .get()
            .filter(now -> now.original().equals(answer.request().picture().original()))
            .isPresent();
    if (!answer.problem().isEmpty()) {
      tell.accept(answer.problem());
    } else if (ofThisPicture) {
      showFilled(first, answer.filled().get(0));
      showFilled(second, answer.filled().get(1));
    }
  }

  private static void showFilled(ModelSlot slot, Optional<Filled> filled) {
    if (slot.stateProperty().get().isReady() && filled.isPresent()) {
      slot.show(filled);
    }
  }

  private void modelChanged(ModelSlot slot) {
    ModelState state = slot.stateProperty().get();
    if (state.isReady()) {
      ModelSlot other = slot == first ? second : first;
      Optional<Geometry> joined = joined(state.geometry().get(), other);
      if (joined.isEmpty()) {
        slot.refuse(doNotMatch(state.geometry().get(), other));
        return;
      }
      use(joined.get());
      ask();
    } else if (!state.problem().isEmpty()) {
      tell.accept(state.problem());
    } else if (isWithoutModel()) {
      use(Geometry.DEFAULT);
    }
    if (slot == first && !state.isLoading()) {
      refreshFilm();
    }
  }

  private boolean isWithoutModel() {
    return first.stateProperty().get().file().isEmpty()
        && second.stateProperty().get().file().isEmpty();
  }

  /** Patches that are whole ones of both models. */
  private static Optional<Geometry> joined(Geometry one, ModelSlot other) {
    Optional<Geometry> two = other.stateProperty().get().geometry();
    if (two.isEmpty() || two.get().refines(one)) {
      return Optional.of(one);
    }
    return two.filter(one::refines);
  }

  private static String doNotMatch(Geometry one, ModelSlot other) {
    Geometry two = other.stateProperty().get().geometry().orElseThrow();
    return ("This model takes pictures of %d px with patches of %d px, the other one %d px with %d"
            + " px: compare two that take the same, or remove the other one first.")
        .formatted(one.imgSize(), one.patchSize(), two.imgSize(), two.patchSize());
  }

  private void use(Geometry geometry) {
    Geometry before = controls.geometryProperty().get();
    controls.setGeometry(geometry);
    if (before.imgSize() != geometry.imgSize()) {
      source.get().ifPresent(from -> reading.read(from, geometry.imgSize()));
    }
    curves.show(geometry);
  }

  private void refreshFilm() {
    picture
        .get()
        .filter(now -> filmed.get())
        .map(MaskedPicture::original)
        .filter(square -> square.width() == controls.geometryProperty().get().imgSize())
        .ifPresent(square -> film.show(square, controls));
  }
}
