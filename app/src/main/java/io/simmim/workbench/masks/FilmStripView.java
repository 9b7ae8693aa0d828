package io.simmim.workbench.masks;

import io.simmim.core.image.RgbImage;
import io.simmim.workbench.picture.Pictures;
import io.simmim.workbench.picture.PixelView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The picture at nine ratios; a click on one of them goes there. */
public final class FilmStripView extends Region {

  private static final double GAP = 6;
  private static final double CAPTION = 22;
  private static final double BORDER = 3;
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final String id;
  private final MasksViewModel model;
  private final List<Button> buttons = new ArrayList<>();
  private final List<PixelView> views = new ArrayList<>();
  private final List<RgbImage> shown = new ArrayList<>();

  /**
   * @param id of its parts: the picture at ratio .5 is {@code <id>-5}
   */
  public FilmStripView(String id, MasksViewModel model) {
    this.id = id;
    this.model = model;
    setId(id + "-strip");
    getStyleClass().add("film-strip");
    setMinHeight(70);
    model.film().framesProperty().subscribe(this::show);
    model.keepVisibleProperty().addListener((p, old, now) -> showFrames());
    model.controls().ratioProperty().addListener((p, old, now) -> markCurrent());
    model.controls().maskingProperty().addListener((p, old, now) -> markCurrent());
  }

  private void showFrames() {
    show(model.film().framesProperty().get());
  }

  private void show(List<FilmFrame> frames) {
    while (buttons.size() < frames.size()) {
      add(frames.get(buttons.size()).ratio());
    }
    for (int i = 0; i < frames.size(); i++) {
      RgbImage picture = picture(frames.get(i));
      if (!picture.equals(shown.get(i))) {
        shown.set(i, picture);
        views.get(i).setImage(Pictures.of(picture));
      }
    }
    markCurrent();
  }

  private RgbImage picture(FilmFrame frame) {
    boolean combined = model.keepVisibleProperty().get();
    return frame
        .filled()
        .map(Filled::panels)
        .map(panels -> combined ? panels.combined() : panels.reconstruction())
        .orElse(frame.picture().masked());
  }

  private void add(double ratio) {
    PixelView view = new PixelView();
    view.setMouseTransparent(true);
    String words = String.format(Locale.ROOT, "%.1f", ratio);
    Button button = new Button(words, view);
    button.setId(id + "-" + Math.round(ratio * 10));
    button.getStyleClass().addAll("flat", "film-frame");
    button.setContentDisplay(ContentDisplay.TOP);
    button.setAccessibleText("go to the mask ratio " + words);
    button.setTooltip(new Tooltip("Go to the mask ratio " + words));
    button.setOnAction(event -> choose(ratio));
    buttons.add(button);
    views.add(view);
    shown.add(null);
    getChildren().add(button);
  }

  private void choose(double ratio) {
    if (model.controls().maskingProperty().get() == Masking.PAINTED) {
      model.controls().maskingProperty().set(Masking.RANDOM);
    }
    model.controls().chooseRatio(ratio);
  }

  private void markCurrent() {
    boolean painted = model.controls().maskingProperty().get() == Masking.PAINTED;
    double now = model.controls().ratioProperty().get();
    List<FilmFrame> frames = model.film().framesProperty().get();
    for (int i = 0; i < Math.min(buttons.size(), frames.size()); i++) {
      boolean here = !painted && Math.abs(frames.get(i).ratio() - now) < 0.005;
      buttons.get(i).pseudoClassStateChanged(CURRENT, here);
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return side(width < 0 ? getWidth() : width) + CAPTION + 2 * BORDER;
  }

  @Override
  public javafx.geometry.Orientation getContentBias() {
    return javafx.geometry.Orientation.HORIZONTAL;
  }

  private double side(double width) {
    int count = Math.max(1, buttons.size());
    return Math.max(24, Math.floor((width - GAP * (count - 1)) / count) - 2 * BORDER);
  }

  @Override
  protected void layoutChildren() {
    double side = Math.min(side(getWidth()), getHeight() - CAPTION - 2 * BORDER);
    double step = side + 2 * BORDER + GAP;
    double left = Math.rint((getWidth() - step * buttons.size() + GAP) / 2);
    for (int i = 0; i < buttons.size(); i++) {
      views.get(i).setPrefSize(side, side);
      buttons
          .get(i)
          .resizeRelocate(left + i * step, 0, side + 2 * BORDER, side + CAPTION + 2 * BORDER);
    }
  }
}
