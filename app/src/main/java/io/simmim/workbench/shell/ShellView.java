package io.simmim.workbench.shell;

import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.Theme;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The frame around the pages; keys, notices and help lie over it. */
public final class ShellView extends StackPane {

  private final ShellViewModel shell;
  private final List<Shortcut> shortcuts;
  private final VBox notices = new VBox();
  private final StackPane help = new StackPane();
  private final PaletteViewModel palette;
  private final PaletteSheet paletteSheet;
  private final Shortcut paletteKey;
  private final LayerPane layer;
  private final PageStack pages;

  /**
   * @param pages each is made when it is opened for the first time
   * @param device what the words about the device open
   * @param shortcuts the keys; may still grow
   * @param more commands that have no key
   */
  public ShellView(
      ShellViewModel shell,
      Map<PageId, Supplier<Node>> pages,
      Map<PageId, ObservableValue<Number>> badges,
      Node statusBar,
      Layer device,
      List<Shortcut> shortcuts,
      Supplier<List<Command>> more) {
    this.shell = shell;
    this.shortcuts = shortcuts;
    palette = new PaletteViewModel(() -> commands(more.get()), shell::open);
    paletteSheet = new PaletteSheet(palette);
    paletteKey = Shortcut.everywhere("Shortcut+K", "Find a command", palette::toggle);
    palette.openProperty().subscribe(open -> closeMenus());
    setId("shell");
    layer = new LayerPane(device);
    TopBar top =
        new TopBar(shell, palette::toggle, () -> device.open().set(true), this::toggleHelp);
    Rail rail = new Rail(shell, badges);
    BorderPane frame = new BorderPane();
    frame.setTop(top);
    frame.setLeft(rail);
    this.pages = new PageStack(shell, pages);
    frame.setCenter(this.pages);
    frame.setBottom(statusBar);
    List.of(top, rail, statusBar).forEach(this::hideWhilePresenting);
    buildNotices();
    buildHelp();
    Magnifier magnifier =
        new Magnifier(new StackPane(frame, wayOut(), layer, notices, help, paletteSheet));
    magnifier.magnifyingProperty().bind(shell.presentingProperty());
    getChildren().add(magnifier);
    shell.presentingProperty().addListener((p, old, now) -> dress(shell.themeProperty().get()));
    shell.themeProperty().subscribe(this::dress);
    addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
  }

  /** Puts the frame into a window of its own. */
  public Scene scene(double width, double height) {
    Scene scene = new Scene(this, width, height);
    scene
        .getStylesheets()
        .add(ShellView.class.getResource("/io/simmim/workbench/workbench.css").toExternalForm());
    return scene;
  }

  /** Takes files that are dropped anywhere. */
  public void accept(FileDrop drop) {
    getChildren().add(drop);
    drop.watch(this);
  }

  /** Shows the keys, or hides them again. */
  public void toggleHelp() {
    closeMenus();
    help.getChildren().setAll(new HelpSheet(keys().toList()));
    help.setVisible(!help.isVisible());
  }

  /** An open menu would lie over what opens now. */
  private static void closeMenus() {
    Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .toList()
        .forEach(Window::hide);
  }

  private Stream<Shortcut> keys() {
    return Stream.concat(Stream.of(paletteKey), shortcuts.stream());
  }

  /** The palette does not offer itself. */
  private List<Command> commands(List<Command> more) {
    return Stream.concat(shortcuts.stream().map(Command::of), more.stream()).toList();
  }

  /** Hardly seen, but there: whoever is presenting need not know the key. */
  private Button wayOut() {
    Button button =
        Icons.button(
            "leave-presentation",
            Material2OutlinedAL.FULLSCREEN_EXIT,
            "Leave the presentation (Esc)",
            shell::togglePresenting);
    button.getStyleClass().add("way-out");
    button.visibleProperty().bind(shell.presentingProperty());
    StackPane.setAlignment(button, Pos.BOTTOM_RIGHT);
    return button;
  }

  private void hideWhilePresenting(Node node) {
    node.visibleProperty().bind(shell.presentingProperty().not());
    node.managedProperty().bind(node.visibleProperty());
  }

  private void buildNotices() {
    notices.setId("notices");
    notices.getStyleClass().add("notices");
    notices.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    notices.setPickOnBounds(false);
    StackPane.setAlignment(notices, Pos.BOTTOM_CENTER);
    shell.notices().addListener((ListChangeListener<Notice>) change -> showNotices());
  }

  private void showNotices() {
    notices
        .getChildren()
        .setAll(
            shell.notices().stream()
                .map(notice -> new NoticeCard(notice, () -> shell.dismiss(notice)))
                .toList());
  }

  private void buildHelp() {
    help.getStyleClass().add("scrim");
    help.setVisible(false);
    help.setOnMouseClicked(event -> toggleHelp());
  }

  private void dress(Theme theme) {
    pages.shed();
    theme.apply();
    getStyleClass().removeAll("light", "dark", "presenting");
    getStyleClass().add(theme == Theme.DARK ? "dark" : "light");
    if (shell.presentingProperty().get()) {
      getStyleClass().add("presenting");
    }
  }

  private void typed(KeyEvent event) {
    if (palette.openProperty().get() && paletteSheet.takes(event)) {
      event.consume();
      return;
    }
    if (event.getCode() == KeyCode.ESCAPE && closeTopmost()) {
      event.consume();
      return;
    }
    keys()
        .filter(key -> mayAct(key) && key.matches(event, shell.pageProperty().get()))
        .findFirst()
        .ifPresent(
            key -> {
              event.consume();
              key.action().run();
            });
  }

  /** What a page would do waits until what lies over it is closed. */
  private boolean mayAct(Shortcut shortcut) {
    boolean covered = palette.openProperty().get() || layer.isVisible();
    return !covered || shortcut.where() == null;
  }

  private boolean closeTopmost() {
    if (help.isVisible()) {
      toggleHelp();
      return true;
    }
    if (!shell.notices().isEmpty()) {
      shell.dismiss(shell.notices().get(0));
      return true;
    }
    if (layer.close()) {
      return true;
    }
    if (shell.presentingProperty().get()) {
      shell.togglePresenting();
      return true;
    }
    return false;
  }
}
