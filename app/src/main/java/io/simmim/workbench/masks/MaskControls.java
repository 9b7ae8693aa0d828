package io.simmim.workbench.masks;

import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.mask.MaskStrategy;
import io.simmim.core.mask.PatchMask;
import java.util.SplittableRandom;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Everything that decides the mask, and the mask itself, which follows at once. */
public final class MaskControls {

  /** Lowest and highest share that can be hidden. */
  public static final double LEAST = 0.05;

  public static final double MOST = 0.95;

  private final ObjectProperty<Masking> masking =
      new SimpleObjectProperty<>(this, "masking", Masking.RANDOM);
  private final ObjectProperty<Double> ratio = new SimpleObjectProperty<>(this, "ratio", 0.6);
  private final IntegerProperty patchSize = new SimpleIntegerProperty(this, "patchSize", 32);
  private final LongProperty seed = new SimpleLongProperty(this, "seed", 0);
  private final ReadOnlyObjectWrapper<Geometry> geometry =
      new ReadOnlyObjectWrapper<>(this, "geometry", Geometry.DEFAULT);
  private final ReadOnlyObjectWrapper<PatchMask> mask = new ReadOnlyObjectWrapper<>(this, "mask");

  public MaskControls() {
    masking.addListener((p, old, now) -> draw());
    ratio.addListener((p, old, now) -> draw());
    patchSize.addListener((p, old, now) -> draw());
    seed.addListener((p, old, now) -> draw());
    draw();
  }

  public ObjectProperty<Masking> maskingProperty() {
    return masking;
  }

  /** Share of mask patches asked to be hidden. */
  public ObjectProperty<Double> ratioProperty() {
    return ratio;
  }

  /** Takes the nearest allowed share, in steps of one hundredth. */
  public void chooseRatio(double wanted) {
    ratio.set(Math.max(LEAST, Math.min(MOST, Math.round(wanted * 100) / 100.0)));
  }

  /** Takes the nearest allowed side of a mask patch. */
  public void choosePatchSize(int wanted) {
    patchSize.set(geometry.get().nearest(wanted));
  }

  /** Side of a mask patch in pixels. */
  public IntegerProperty patchSizeProperty() {
    return patchSize;
  }

  public LongProperty seedProperty() {
    return seed;
  }

  public ReadOnlyObjectProperty<Geometry> geometryProperty() {
    return geometry.getReadOnlyProperty();
  }

  /** On the patches of the geometry. */
  public ReadOnlyObjectProperty<PatchMask> maskProperty() {
    return mask.getReadOnlyProperty();
  }

  /** Another mask of the same kind. */
  public void again() {
    seed.set(seed.get() + 1);
  }

  /** Changes to the patches of another model; what was painted stays where it still fits. */
  void setGeometry(Geometry now) {
    if (!now.equals(geometry.get())) {
      Geometry before = geometry.get();
      geometry.set(now);
      patchSize.set(now.nearest(patchSize.get()));
      carry(before, now);
    }
  }

  private void carry(Geometry before, Geometry now) {
    boolean fits = masking.get() == Masking.PAINTED && now.refines(before);
    mask.set(
        fits
            ? mask.get().refined(before.patchSize() / now.patchSize())
            : drawn(strategy(), ratio.get()));
  }

  /** Hides, or shows again, the mask patch at a pixel of the image; chooses to paint. */
  public void paint(int row, int column, boolean hide) {
    masking.set(Masking.PAINTED);
    int patches = patchSize.get() / geometry.get().patchSize();
    int top = row / patchSize.get() * patches;
    int left = column / patchSize.get() * patches;
    show(mask.get().with(top, left, patches, hide));
  }

  /** Shows everything, to paint from there. */
  public void clear() {
    masking.set(Masking.PAINTED);
    show(PatchMask.visible(geometry.get().grid(), geometry.get().grid()));
  }

  /** Exchanges what is hidden and what is visible, to paint from there. */
  public void invert() {
    masking.set(Masking.PAINTED);
    show(mask.get().inverted());
  }

  /** A mask of another ratio by the same strategy and seed; a random one where it is painted. */
  PatchMask drawn(double share) {
    return drawn(strategy(), share);
  }

  private MaskStrategy strategy() {
    return masking.get().strategy().orElse(MaskStrategy.RANDOM);
  }

  private PatchMask drawn(MaskStrategy strategy, double share) {
    Geometry now = geometry.get();
    int side = now.nearest(patchSize.get());
    return strategy.generate(
        new MaskGenerator(now.imgSize(), side, now.patchSize(), share),
        new SplittableRandom(seed.get()));
  }

  // What is on display when painting begins is what the painting begins with.
  private void draw() {
    masking.get().strategy().ifPresent(strategy -> show(drawn(strategy, ratio.get())));
  }

  private void show(PatchMask now) {
    if (!now.equals(mask.get())) {
      mask.set(now);
    }
  }
}
