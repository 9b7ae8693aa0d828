package io.simmim.workbench.start;

import io.simmim.core.data.scene.SampleScene;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.reconstruct.Panels;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.picture.Pictures;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What the large choices show, drawn by the program in the background. */
final class ChoicePictures {

  private static final int PIXELS = 192;
  private static final int MASK_PATCH = 32;
  private static final double RATIO = 0.6;
  private static final long SEED = 7;

  private final Executor background;
  private final Executor toolkit;
  private final ObservableValue<Number> side;

  /**
   * @param side of each picture
   */
  ChoicePictures(Executor background, Executor toolkit, ObservableValue<Number> side) {
    this.background = background;
    this.toolkit = toolkit;
    this.side = side;
  }

  /** A picture with most of it hidden, and the picture. */
  HBox idea() {
    ImageView masked = view();
    ImageView whole = view();
    HBox row = new HBox(masked, Icons.of(Material2AL.ARROW_FORWARD), whole);
    row.getStyleClass().add("choice-picture");
    draw(
        () -> {
          RgbImage scene = SampleScene.FLOWER_MEADOW.draw(PIXELS, SEED);
          return List.of(masked(scene), Pictures.of(scene));
        },
        List.of(masked, whole));
    return row;
  }

  /** Some of many. */
  HBox many() {
    List<ImageView> views = Stream.generate(this::view).limit(3).toList();
    HBox row = new HBox();
    row.getChildren().addAll(views);
    row.getStyleClass().add("choice-picture");
    SampleScene[] scenes = SampleScene.values();
    draw(
        () ->
            IntStream.range(0, views.size())
                .mapToObj(i -> scenes[(2 * i + 1) % scenes.length].draw(PIXELS, SEED))
                .map(Pictures::of)
                .toList(),
        views);
    return row;
  }

  /** A file. */
  StackPane file() {
    StackPane place = new StackPane(Icons.of(Material2OutlinedMZ.SAVE));
    place.getStyleClass().add("choice-icon");
    side.subscribe(
        now -> {
          place.setMinSize(now.doubleValue(), now.doubleValue());
          place.setMaxSize(now.doubleValue(), now.doubleValue());
        });
    StackPane row = new StackPane(place);
    row.getStyleClass().add("choice-picture");
    return row;
  }

  private interface Drawing {
    List<Image> draw();
  }

  private void draw(Drawing drawing, List<ImageView> views) {
    background.execute(
        () -> {
          List<Image> images = drawing.draw();
          toolkit.execute(
              () ->
                  IntStream.range(0, views.size())
                      .forEach(i -> views.get(i).setImage(images.get(i))));
        });
  }

  private static Image masked(RgbImage scene) {
    MaskGenerator generator = new MaskGenerator(PIXELS, MASK_PATCH, MASK_PATCH, RATIO);
    PatchMask mask = generator.generate(new SplittableRandom(SEED));
    return Pictures.of(Panels.masked(scene, mask));
  }

  private ImageView view() {
    ImageView view = new ImageView();
    view.fitWidthProperty().bind(side);
    view.fitHeightProperty().bind(side);
    return view;
  }
}
