package io.simmim.workbench.learn;

import io.simmim.workbench.fx.Theme;
import java.util.function.Consumer;
import javafx.scene.Node;

/** Bodies of lessons that need no class of their own. */
final class Bodies {

  private Bodies() {}

  /**
   * @param dress follows the theme
   */
  static LessonBody of(Node content, Consumer<Theme> dress) {
    return new LessonBody() {
      @Override
      public Node node() {
        return content;
      }

      @Override
      public void setTheme(Theme theme) {
        dress.accept(theme);
      }
    };
  }
}
