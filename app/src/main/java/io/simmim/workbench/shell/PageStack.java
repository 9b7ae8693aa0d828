package io.simmim.workbench.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The pages, of which one is open; each is made when it is opened for the first time. */
final class PageStack extends StackPane {

  private final ShellViewModel shell;
  private final Map<PageId, Supplier<Node>> makers;
  private final Map<PageId, Node> made = new EnumMap<>(PageId.class);

  PageStack(ShellViewModel shell, Map<PageId, Supplier<Node>> makers) {
    this.shell = shell;
    this.makers = makers;
    getStyleClass().add("pages");
    shell.pageProperty().subscribe(this::open);
  }

  /**
   * Takes the hidden pages out of the window until they are opened again: a change of the theme
   * computes the looks of everything in it, seen or not, while the window stands still.
   */
  void shed() {
    getChildren().removeIf(page -> !page.isVisible());
  }

  private void open(PageId id) {
    Node page = made.computeIfAbsent(id, this::make);
    if (!getChildren().contains(page)) {
      getChildren().add(page);
      // Tabs hold their contents only then, and a command may want to focus what is in one.
      page.applyCss();
    }
  }

  private Node make(PageId id) {
    Node page = makers.get(id).get();
    page.visibleProperty().bind(shell.pageProperty().map(open -> open == id));
    return page;
  }
}
