package io.simmim.workbench.fx;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons, and buttons that carry them; each says in words what it does. */
public final class Icons {

  private Icons() {}

  public static FontIcon of(Ikon ikon) {
    return new FontIcon(ikon);
  }

  /** A flat button that shows only an icon; {@code says} is its tooltip and spoken text. */
  public static Button button(String id, Ikon ikon, String says, Runnable action) {
    Button button = dress(new Button(), id, ikon, says);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** Gives any button the looks of {@link #button}. */
  public static <B extends ButtonBase> B dress(B button, String id, Ikon ikon, String says) {
    button.setId(id);
    button.setGraphic(of(ikon));
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.setAccessibleText(says);
    button.setTooltip(new Tooltip(says));
    button.getStyleClass().addAll("button-icon", "flat");
    return button;
  }
}
