package io.simmim.workbench.learn;

import io.simmim.workbench.fx.Theme;
import javafx.scene.Node;

/** What can be tried in a lesson. */
interface LessonBody {

  Node node();

  /** For what does not follow the theme by itself. */
  void setTheme(Theme theme);
}
