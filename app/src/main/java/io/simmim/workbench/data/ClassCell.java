package io.simmim.workbench.data;

import io.simmim.core.survey.ClassCount;
import io.simmim.workbench.fx.InWords;
import javafx.beans.value.ObservableIntegerValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** A class: its name over a bar as long as it has images, and their number. */
final class ClassCell extends ListCell<ClassCount> {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double NUMBER = 44;

  private final DataPageViewModel model;
  private final ObservableIntegerValue most;
  private final Label name = new Label();
  private final Label number = new Label();
  private final Region bar = new Region();
  private final Region row =
      new Region() {
        {
          getChildren().addAll(bar, name, number);
          setPrefSize(0, 20);
        }

        @Override
        protected void layoutChildren() {
          double room = getWidth() - NUMBER;
          double share = getItem() == null ? 0 : (double) getItem().all() / most.get();
          bar.resizeRelocate(0, 2, Math.max(2, Math.rint(room * share)), getHeight() - 4);
          name.resizeRelocate(6, 0, Math.max(0, room - 6), getHeight());
          number.resizeRelocate(room, 0, NUMBER, getHeight());
        }
      };

  ClassCell(DataPageViewModel model, ObservableIntegerValue most) {
    this.model = model;
    this.most = most;
    getStyleClass().add("class-cell");
    bar.getStyleClass().add("class-bar");
    name.getStyleClass().add("small");
    number.getStyleClass().addAll("num", "muted", "class-number");
    setOnMouseClicked(
        event -> {
          if (getItem() != null) {
            model.toggleClass(getItem());
          }
        });
    model.shownClassProperty().addListener((p, old, now) -> mark());
  }

  @Override
  protected void updateItem(ClassCount item, boolean empty) {
    super.updateItem(item, empty);
    boolean nothing = empty || item == null;
    setGraphic(nothing ? null : row);
    if (!nothing) {
      name.setText(item.name());
      number.setText(InWords.count(item.all()));
      setTooltip(new Tooltip(inWords(item)));
      setAccessibleText(inWords(item));
      row.requestLayout();
    }
    mark();
  }

  private static String inWords(ClassCount item) {
    String all = item.name() + ": " + InWords.count(item.training()) + " to train on";
    return item.validation() == 0
        ? all
        : all + ", " + InWords.count(item.validation()) + " to validate";
  }

  private void mark() {
    boolean chosen =
        getItem() != null
            && model.shownClassProperty().get().filter(getItem().name()::equals).isPresent();
    pseudoClassStateChanged(CHOSEN, chosen);
  }
}
