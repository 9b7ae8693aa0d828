package io.simmim.workbench.shell;

import io.simmim.workbench.fx.Icons;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The column of pages at the left. */
final class Rail extends VBox {

  private final ToggleGroup group = new ToggleGroup();

  /**
   * @param badges a number to show beside a page's name while it is above zero
   */
  Rail(ShellViewModel shell, Map<PageId, ObservableValue<Number>> badges) {
    setId("rail");
    getStyleClass().add("rail");
    for (PageId page : PageId.values()) {
      getChildren().add(button(shell, page, badges.get(page)));
    }
  }

  private ToggleButton button(ShellViewModel shell, PageId page, ObservableValue<Number> badge) {
    ToggleButton button = new ToggleButton();
    button.setId("rail-" + page.name().toLowerCase(java.util.Locale.ROOT));
    button.setToggleGroup(group);
    button.setGraphic(content(page, badge));
    button.setAccessibleText(page.title());
    button.setTooltip(new Tooltip(page.title() + "  Ctrl+" + page.number()));
    button.getStyleClass().add("rail-button");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setSelected(shell.pageProperty().get() == page);
    shell.pageProperty().addListener((p, old, now) -> button.setSelected(now == page));
    button.setOnAction(
        event -> {
          button.setSelected(true);
          shell.open(page);
        });
    return button;
  }

  private static HBox content(PageId page, ObservableValue<Number> badge) {
    Label title = new Label(page.title());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox content = new HBox(Icons.of(page.icon()), title, gap);
    content.getStyleClass().add("rail-content");
    if (badge != null) {
      Label count = new Label();
      count.setId("rail-badge-" + page.title().toLowerCase(java.util.Locale.ROOT));
      count.getStyleClass().add("rail-badge");
      count.textProperty().bind(badge.map(n -> Integer.toString(n.intValue())));
      count.visibleProperty().bind(badge.map(n -> n.intValue() > 0));
      content.getChildren().add(count);
    }
    return content;
  }
}
