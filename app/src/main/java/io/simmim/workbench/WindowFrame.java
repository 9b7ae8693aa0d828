package io.simmim.workbench;

import io.simmim.workbench.fx.Settled;
import io.simmim.workbench.shell.SettingsStore;
import io.simmim.workbench.shell.ShellView;
import io.simmim.workbench.shell.ShellViewModel;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The window as the system sees it: its title, its size, remembered, and full screen. */
final class WindowFrame {

  private static final int LEAST_WIDTH = 1280;
  private static final int LEAST_HEIGHT = 720;

  private final Stage stage;
  private final SettingsStore settings;

  WindowFrame(Stage stage, SettingsStore settings) {
    this.stage = stage;
    this.settings = settings;
  }

  /** Full screen while presenting, however either of them ends. */
  void present(ShellViewModel shell) {
    stage.setFullScreenExitHint("");
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    shell.presentingProperty().addListener((p, old, now) -> stage.setFullScreen(now));
    stage.fullScreenProperty().addListener((p, old, now) -> shell.presentingProperty().set(now));
  }

  void show(ShellView view) {
    // Remembered on a larger screen, perhaps; no window manager is sure to make it fit.
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    double width = Math.min(settings.get().width(), screen.getWidth());
    double height = Math.min(settings.get().height(), screen.getHeight());
    stage.setScene(view.scene(width, height));
    stage.setTitle("SimMIM Workbench");
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setMaximized(settings.get().maximized());
    stage.show();
    // A session that is killed never closes.
    new Settled(this::remember)
        .watch(stage.widthProperty(), stage.heightProperty(), stage.maximizedProperty());
  }

  void remember() {
    settings.update(
        s ->
            stage.isFullScreen() || stage.isMaximized()
                ? s.withSize(s.width(), s.height(), stage.isMaximized())
                : s.withSize(stage.getScene().getWidth(), stage.getScene().getHeight(), false));
  }
}
