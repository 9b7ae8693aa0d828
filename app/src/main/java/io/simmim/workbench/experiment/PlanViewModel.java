package io.simmim.workbench.experiment;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.data.ImageFolder;
import io.simmim.core.fault.DataException;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.MaskGenerator;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the experiment will do, worked out again with every change. */
public final class PlanViewModel {

  private record Sample(ImageFolder images, MaskGenerator mask, long seed) {}

  private final Executor background;
  private final Executor toolkit;
  private final ReadOnlyObjectWrapper<Optional<Plan>> plan =
      new ReadOnlyObjectWrapper<>(this, "plan", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<RgbImage>> picture =
      new ReadOnlyObjectWrapper<>(this, "picture", Optional.empty());
  private Optional<Sample> sample = Optional.empty();
  private long seed;

  public PlanViewModel(Executor background, Executor toolkit) {
    this.background = background;
    this.toolkit = toolkit;
  }

  /** Empty while the configuration has faults. */
  public ReadOnlyObjectProperty<Optional<Plan>> planProperty() {
    return plan.getReadOnlyProperty();
  }

  /** One of the images under a mask; empty without images. */
  public ReadOnlyObjectProperty<Optional<RgbImage>> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /** Takes the configuration and the images of the moment. */
  public void update(Optional<ExperimentConfig> config, Optional<ImageFolder> images) {
    plan.set(config.map(c -> Plan.of(c, images.map(ImageFolder::size).orElse(0))));
    if (images.isEmpty()) {
      draw(Optional.empty());
    } else if (config.isPresent()) {
      draw(Optional.of(new Sample(images.get(), Plan.mask(config.get()), seed)));
    }
  }

  /** Another image, another mask. */
  public void again() {
    seed++;
    draw(sample.map(s -> new Sample(s.images(), s.mask(), seed)));
  }

  private void draw(Optional<Sample> next) {
    if (next.equals(sample)) {
      return;
    }
    sample = next;
    if (next.isEmpty()) {
      picture.set(Optional.empty());
      return;
    }
    background.execute(() -> draw(next.get()));
  }

  private void draw(Sample wanted) {
    SplittableRandom random = new SplittableRandom(wanted.seed());
    Optional<RgbImage> drawn;
    try {
      int index = random.nextInt(wanted.images().size());
      drawn = Optional.of(MaskPicture.of(wanted.images().file(index), wanted.mask(), random));
    } catch (DataException e) {
      // Unreadable images are left out and listed by the training itself.
      drawn = Optional.empty();
    }
    Optional<RgbImage> result = drawn;
    toolkit.execute(
        () -> {
          if (sample.filter(wanted::equals).isPresent()) {
            picture.set(result);
          }
        });
  }
}
