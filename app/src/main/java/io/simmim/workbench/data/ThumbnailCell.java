package io.simmim.workbench.data;

import io.simmim.workbench.fx.Icons;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.GridCell;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** One picture of the grid; a click chooses it. */
final class ThumbnailCell extends GridCell<Path> {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double PADDING = 6;

  private final Thumbnails thumbnails;
  private final ObjectProperty<Optional<Path>> selected;
  private final ImageView view = new ImageView();
  private final FontIcon broken = Icons.of(Material2OutlinedAL.BROKEN_IMAGE);
  private final StackPane place = new StackPane(view, broken);

  /** Read by the thread that decodes. */
  private volatile Path wanted;

  ThumbnailCell(Thumbnails thumbnails, ObjectProperty<Optional<Path>> selected) {
    this.thumbnails = thumbnails;
    this.selected = selected;
    getStyleClass().add("thumbnail");
    view.setPreserveRatio(true);
    view.fitWidthProperty().bind(widthProperty().subtract(PADDING));
    view.fitHeightProperty().bind(heightProperty().subtract(PADDING));
    broken.setVisible(false);
    setGraphic(place);
    setOnMouseClicked(event -> choose());
    selected.addListener((p, old, now) -> mark());
  }

  // The grid empties and fills a cell again whenever it moves: only what differs then is changed.
  @Override
  protected void updateItem(Path file, boolean empty) {
    super.updateItem(file, empty);
    boolean nothing = empty || file == null;
    place.setVisible(!nothing);
    if (!nothing && !file.equals(wanted)) {
      wanted = file;
      setAccessibleText(file.getFileName().toString());
      view.setImage(null);
      broken.setVisible(false);
      thumbnails.load(file, () -> file.equals(wanted), image -> show(file, image));
    }
    mark();
  }

  private void show(Path file, Optional<Image> image) {
    if (file.equals(wanted)) {
      // Enlarged pixels stay squares.
      image.ifPresent(
          i -> view.setSmooth(Math.max(i.getWidth(), i.getHeight()) > view.getFitWidth()));
      view.setImage(image.orElse(null));
      broken.setVisible(image.isEmpty());
    }
  }

  private void choose() {
    if (getItem() != null) {
      selected.set(Optional.of(getItem()));
    }
  }

  private void mark() {
    boolean chosen = getItem() != null && selected.get().filter(getItem()::equals).isPresent();
    pseudoClassStateChanged(CHOSEN, chosen);
  }
}
