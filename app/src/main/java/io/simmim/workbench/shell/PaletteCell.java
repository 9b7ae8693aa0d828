package io.simmim.workbench.shell;

import java.util.BitSet;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** One command: what was matched stands out, its page and its key are at the right. */
final class PaletteCell extends ListCell<PaletteViewModel.Hit> {

  private static final double KEYS_WIDTH = 112;

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final TextFlow title = new TextFlow();
  private final StackPane titlePlace = new StackPane(title);
  private final Label place = new Label();
  private final Label keys = new Label();
  private final HBox keyPlace = new HBox(keys);
  private final HBox row = new HBox(titlePlace, place, keyPlace);

  PaletteCell(PaletteViewModel model) {
    getStyleClass().add("palette-cell");
    row.getStyleClass().add("palette-row");
    title.getStyleClass().add("palette-title");
    place.getStyleClass().addAll("muted", "palette-shelf");
    keys.getStyleClass().add("key-cap");
    keyPlace.getStyleClass().add("palette-keys");
    keyPlace.setMinWidth(KEYS_WIDTH);
    place.setMinWidth(USE_PREF_SIZE);
    keepInOneLine();
    setPrefWidth(0);
    model.selectedProperty().subscribe(selected -> choose(selected.intValue()));
    indexProperty().subscribe(index -> choose(model.selectedProperty().get()));
    setOnMousePressed(event -> model.select(getIndex()));
    setOnMouseClicked(
        event -> {
          if (getItem() != null) {
            model.run();
          }
        });
  }

  private void choose(int selected) {
    pseudoClassStateChanged(CHOSEN, getIndex() == selected);
  }

  /** Long names run out of sight instead of into a second line. */
  private void keepInOneLine() {
    title.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    title.setMaxHeight(USE_PREF_SIZE);
    titlePlace.setAlignment(Pos.CENTER_LEFT);
    titlePlace.setMinWidth(0);
    titlePlace.setPrefWidth(0);
    HBox.setHgrow(titlePlace, Priority.ALWAYS);
    Rectangle inSight = new Rectangle();
    inSight.widthProperty().bind(titlePlace.widthProperty());
    inSight.heightProperty().bind(titlePlace.heightProperty());
    titlePlace.setClip(inSight);
  }

  @Override
  protected void updateItem(PaletteViewModel.Hit hit, boolean empty) {
    super.updateItem(hit, empty);
    if (empty || hit == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    Command command = hit.command();
    fill(command.title(), hit.letters());
    place.setText(command.place());
    keys.setText(command.keys());
    keyPlace.setVisible(!command.keys().isEmpty());
    keyPlace.setManaged(keyPlace.isVisible());
    setAccessibleText(command.title() + " " + command.place() + " " + command.keys());
    setGraphic(row);
  }

  /** Letters of a kind stay together in one piece of text. */
  private void fill(String words, BitSet letters) {
    title.getChildren().clear();
    for (int from = 0; from < words.length(); ) {
      boolean matched = letters.get(from);
      int next = matched ? letters.nextClearBit(from) : letters.nextSetBit(from);
      int to = next < 0 ? words.length() : Math.min(next, words.length());
      Text piece = new Text(words.substring(from, to));
      piece.getStyleClass().add(matched ? "palette-matched" : "palette-text");
      title.getChildren().add(piece);
      from = to;
    }
  }
}
