package io.simmim.workbench.shell;

import java.util.BitSet;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** One command: what was matched stands out, its page and its key are at the right. */
final class PaletteCell extends ListCell<PaletteViewModel.Hit> {

  private static final double KEYS_WIDTH = 112;

  private final TextFlow title = new TextFlow();
  private final Label place = new Label();
  private final Label keys = new Label();
  private final HBox keyPlace = new HBox(keys);
  private final HBox row = new HBox(title, place, keyPlace);

  PaletteCell(PaletteViewModel model) {
    getStyleClass().add("palette-cell");
    row.getStyleClass().add("palette-row");
    title.getStyleClass().add("palette-title");
    place.getStyleClass().addAll("muted", "palette-shelf");
    keys.getStyleClass().add("key-cap");
    keyPlace.getStyleClass().add("palette-keys");
    keyPlace.setMinWidth(KEYS_WIDTH);
    place.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMinWidth(0);
    title.setMaxHeight(USE_PREF_SIZE);
    setPrefWidth(0);
    setOnMousePressed(event -> model.select(getIndex()));
    setOnMouseClicked(
        event -> {
          if (getItem() != null) {
            model.run();
          }
        });
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
    keys.setVisible(!command.keys().isEmpty());
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
