package io.simmim.workbench.picture;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;

/**
 * Shows a picture as large as fits. It is enlarged without smoothing and by whole or half factors,
 * so that its pixels stay regular squares; only a picture larger than its place is smoothed.
 */
public final class PixelView extends Region {

  private final Canvas canvas = new Canvas();
  private final ObjectProperty<Image> image = new SimpleObjectProperty<>(this, "image");

  public PixelView() {
    getStyleClass().add("pixel-view");
    getChildren().add(canvas);
    image.addListener((property, old, now) -> requestLayout());
    setMinSize(16, 16);
  }

  public ObjectProperty<Image> imageProperty() {
    return image;
  }

  public Image getImage() {
    return image.get();
  }

  public void setImage(Image picture) {
    image.set(picture);
  }

  /** Factor at which {@code pixels} are drawn in a place of {@code room}. */
  public static double zoom(double pixels, double room) {
    double factor = room / pixels;
    return factor >= 1 ? Math.floor(2 * factor) / 2 : factor;
  }

  @Override
  protected void layoutChildren() {
    Image picture = image.get();
    canvas.setVisible(picture != null);
    if (picture == null || getWidth() <= 0 || getHeight() <= 0) {
      return;
    }
    double zoom =
        Math.min(
            zoom(picture.getWidth(), getWidth() - snappedLeftInset() - snappedRightInset()),
            zoom(picture.getHeight(), getHeight() - snappedTopInset() - snappedBottomInset()));
    double width = Math.rint(picture.getWidth() * zoom);
    double height = Math.rint(picture.getHeight() * zoom);
    canvas.setWidth(width);
    canvas.setHeight(height);
    canvas.relocate(Math.floor((getWidth() - width) / 2), Math.floor((getHeight() - height) / 2));
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, width, height);
    graphics.setImageSmoothing(zoom < 1);
    graphics.drawImage(picture, 0, 0, width, height);
  }
}
