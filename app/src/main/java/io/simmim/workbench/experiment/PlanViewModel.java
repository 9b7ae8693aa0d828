package io.simmim.workbench.experiment;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.data.ImageFolder;
import io.simmim.core.fault.DataException;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.workbench.launch.RunStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the launch will do, worked out again with every change. */
public final class PlanViewModel {

  private static final int LABELLED_PICTURES = 6;

  /**
   * What to draw.
   *
   * @param mask empty where nothing is masked
   * @param side of the pictures, in pixels
   */
  private record Sample(ImageFolder images, Optional<MaskGenerator> mask, int side, long seed) {}

  private final Executor background;
  private final Executor toolkit;
  private final ReadOnlyObjectWrapper<Optional<Plan>> plan =
      new ReadOnlyObjectWrapper<>(this, "plan", Optional.empty());
  private final ReadOnlyObjectWrapper<List<SamplePicture>> pictures =
      new ReadOnlyObjectWrapper<>(this, "pictures", List.of());
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

  /** One of the images under a mask, or a few with their classes; none without images. */
  public ReadOnlyObjectProperty<List<SamplePicture>> picturesProperty() {
    return pictures.getReadOnlyProperty();
  }

  /** Takes the configuration and the images of the moment. */
  public void update(RunStage stage, Optional<ExperimentConfig> config, Optional<DataSet> images) {
    plan.set(config.map(c -> Plan.of(stage, c, images)));
    if (images.isEmpty() || !stage.needsImages()) {
      draw(Optional.empty());
    } else if (config.isPresent()) {
      draw(Optional.of(sample(stage, config.get(), images.get())));
    }
  }

  private Sample sample(RunStage stage, ExperimentConfig config, DataSet images) {
    boolean masked = stage == RunStage.PRETRAIN;
    return new Sample(
        images.seen(),
        masked ? Optional.of(MaskGenerator.of(config)) : Optional.empty(),
        config.data().imgSize(),
        seed);
  }

  /** Other images, another mask. */
  public void again() {
    seed++;
    draw(sample.map(s -> new Sample(s.images(), s.mask(), s.side(), seed)));
  }

  private void draw(Optional<Sample> next) {
    if (next.equals(sample)) {
      return;
    }
    sample = next;
    if (next.isEmpty()) {
      pictures.set(List.of());
      return;
    }
    background.execute(() -> draw(next.get()));
  }

  private void draw(Sample wanted) {
    List<SamplePicture> drawn = pictures(wanted);
    toolkit.execute(
        () -> {
          if (sample.filter(wanted::equals).isPresent()) {
            pictures.set(drawn);
          }
        });
  }

  private static List<SamplePicture> pictures(Sample wanted) {
    SplittableRandom random = new SplittableRandom(wanted.seed());
    int size = wanted.images().size();
    int count = wanted.mask().isPresent() ? 1 : Math.min(LABELLED_PICTURES, size);
    List<Integer> indices = random.ints(0, size).distinct().limit(count).boxed().toList();
    List<SamplePicture> drawn = new ArrayList<>();
    for (int index : indices) {
      picture(wanted, index, random).ifPresent(drawn::add);
    }
    return List.copyOf(drawn);
  }

  private static Optional<SamplePicture> picture(
      Sample wanted, int index, SplittableRandom random) {
    try {
      return Optional.of(
          wanted.mask().isPresent()
              ? SamplePicture.masked(wanted.images(), index, wanted.mask().get(), random)
              : SamplePicture.labelled(wanted.images(), index, wanted.side()));
    } catch (DataException e) {
      // Unreadable images are left out and listed by the run itself.
      return Optional.empty();
    }
  }
}
