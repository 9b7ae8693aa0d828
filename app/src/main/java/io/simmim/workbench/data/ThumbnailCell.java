package io.simmim.workbench.data;

import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.picture.PixelView;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.GridCell;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** One picture of the grid; a click chooses it. */
final class ThumbnailCell extends GridCell<Path> {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final Thumbnails thumbnails;
  private final ObjectProperty<Optional<Path>> selected;
  private final PixelView view = new PixelView();
  private final FontIcon broken = Icons.of(Material2OutlinedAL.BROKEN_IMAGE);

  /** Read by the thread that decodes. */
  private volatile Path wanted;

  private final StackPane place = new StackPane(view, broken);

  ThumbnailCell(Thumbnails thumbnails, ObjectProperty<Optional<Path>> selected) {
    this.thumbnails = thumbnails;
    this.selected = selected;
    getStyleClass().add("thumbnail");
    setOnMouseClicked(event -> choose());
    selected.addListener((p, old, now) -> mark());
  }

  @Override
  protected void updateItem(Path file, boolean empty) {
    Path before = getItem();
    super.updateItem(file, empty);
    wanted = empty ? null : file;
    if (empty || file == null) {
      setGraphic(null);
      setAccessibleText("");
    } else if (!file.equals(before) || getGraphic() == null) {
      setGraphic(place);
      setAccessibleText(file.getFileName().toString());
      view.setImage(null);
      broken.setVisible(false);
      thumbnails.load(file, () -> file.equals(wanted), image -> show(file, image));
    }
    mark();
  }

  private void show(Path file, Optional<Image> image) {
    if (file.equals(getItem())) {
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
